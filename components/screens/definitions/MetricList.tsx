import { useTranslations } from 'next-intl';
import type { Format } from '#lib/view/createFormat.ts';
import type { ExampleValues } from '#lib/view/definitions/exampleValue.ts';
import { METRICS, type Metric, type MetricPart } from '#lib/view/definitions/metrics.ts';
import { MetricDefinition } from './MetricDefinition.tsx';

type Props = { examples: Record<Metric, ExampleValues>; format: Format };

export function MetricList({ examples, format }: Props) {
  const t = useTranslations('definitions');
  return (Object.keys(METRICS) as MetricPart[]).map((part) => (
    <section key={part} aria-labelledby={part} className="mb-10">
      <h2 id={part} className="mb-4 text-lg font-semibold tracking-tight">
        {t(`part.${part}`)}
      </h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2">
        {METRICS[part].map((metric) => (
          <MetricDefinition
            key={metric}
            metric={metric}
            example={examples[metric]}
            format={format}
          />
        ))}
      </div>
    </section>
  ));
}
