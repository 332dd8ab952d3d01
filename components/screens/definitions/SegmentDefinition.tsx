import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import type { OrgAnswer } from '#lib/contract/org.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { SEGMENT_ANCHOR } from '#lib/view/definitions/definitionLink.ts';
import { groupName } from '#lib/view/groupName.ts';
import { definitionClass } from './definitionClass.ts';

type Props = { org: OrgAnswer; format: Format };

/** How a segment comes about here: what is always so, and the rule that is in force. */
export function SegmentDefinition({ org, format }: Props) {
  const t = useTranslations('definitions.segments');
  const { text } = useText();
  const { names, bands } = org.segment_rule;
  const byMeaning = Map.groupBy(Object.keys(names), (written) => names[written] ?? '');
  const isSet = byMeaning.size > 0 || bands.length > 0;
  return (
    <section aria-labelledby="segments" className="mb-10">
      <h2 id="segments" className="mb-4 text-lg font-semibold tracking-tight">
        {t('title')}
      </h2>
      <div id={SEGMENT_ANCHOR} className={definitionClass}>
        <p className="max-w-[62rem] text-pretty">{t('says')}</p>
        <p className="mt-3 text-sm text-ink-2">{t(isSet ? 'rule' : 'noRule')}</p>
        <ul className="mt-1 list-disc space-y-1 pl-5 text-sm break-words">
          {[...byMeaning].map(([segment, written]) => (
            <li key={segment}>
              {t('names', {
                segment: text(groupName(segment)),
                n: written.length,
                written: format.list(written.map((one) => t('quoted', { one }))),
              })}
            </li>
          ))}
          {bands.length > 0 && <li>{t('bands', { bands: format.list(bands.map(bandText)) })}</li>}
        </ul>
        <Link
          href={`/${org.slug}/settings#segments`}
          className="mt-3 inline-flex min-h-6 items-center text-sm underline print:hidden"
        >
          {t('change')}
        </Link>
      </div>
    </section>
  );

  function bandText({ from, segment }: (typeof bands)[number]): string {
    const amount = Number.isInteger(Number(from)) ? format.money(from) : format.cents(from);
    return t('band', { amount, segment: text(groupName(segment)) });
  }
}
