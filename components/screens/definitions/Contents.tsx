import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import { DEFINED_STAGES } from '#lib/contract/criteria.ts';
import { metricAnchor, SEGMENT_ANCHOR, stageAnchor } from '#lib/view/definitions/definitionLink.ts';
import { METRICS, type MetricPart } from '#lib/view/definitions/metrics.ts';
import { anyStageName } from '#lib/view/text.ts';

/** Everything that the page explains, one jump away. */
export function Contents() {
  const t = useTranslations('definitions');
  const { text } = useText();
  const parts = Object.keys(METRICS) as MetricPart[];
  const stages = DEFINED_STAGES.map((stage) => ({
    anchor: stageAnchor(stage),
    name: text(anyStageName(stage)),
  }));
  return (
    <nav
      aria-label={t('contents')}
      className="my-7 grid gap-3 border-y border-line py-4 text-sm print:hidden"
    >
      <Row title={t('stages')} links={stages} />
      <Row
        title={t('segments.title')}
        links={[{ anchor: SEGMENT_ANCHOR, name: t('segments.link') }]}
      />
      {parts.map((part) => (
        <Row
          key={part}
          title={t(`part.${part}`)}
          links={METRICS[part].map((metric) => ({
            anchor: metricAnchor(metric),
            name: t(`metric.${metric}.name`),
          }))}
        />
      ))}
    </nav>
  );
}

function Row({ title, links }: { title: string; links: { anchor: string; name: string }[] }) {
  return (
    <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[10rem_1fr]">
      <p className="font-medium">{title}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {links.map(({ anchor, name }) => (
          <li key={anchor}>
            <a
              href={`#${anchor}`}
              className="inline-flex min-h-6 items-center text-ink-2 underline hover:text-ink"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
