import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import { metricAnchor } from '#lib/view/definitions/definitionLink.ts';
import { type ExampleValues, exampleSentence } from '#lib/view/definitions/exampleValue.ts';
import type { Metric } from '#lib/view/definitions/metrics.ts';
import { definitionClass } from './definitionClass.ts';

type Props = { metric: Metric; example: ExampleValues; format: Format };

/** One metric: what it says, its formula, and the formula on small numbers. */
export function MetricDefinition({ metric, example, format }: Props) {
  const t = useTranslations('definitions');
  const { text } = useText();
  const name = t(`metric.${metric}.name`);
  return (
    <article id={metricAnchor(metric)} aria-label={name} className={definitionClass}>
      <h3 className="text-base font-semibold">{name}</h3>
      <p className="mt-1 text-pretty">{t(`metric.${metric}.says`)}</p>
      <dl className="mt-3 grid gap-2 text-sm">
        <div className="rounded-lg bg-sunken px-3 py-2">
          <dt className="text-ink-2">{t('formula')}</dt>
          <dd>{t(`metric.${metric}.formula`)}</dd>
        </div>
        <div>
          <dt className="text-ink-2">{t('example')}</dt>
          <dd className="text-pretty">{text(exampleSentence(metric, example, format))}</dd>
        </div>
      </dl>
    </article>
  );
}
