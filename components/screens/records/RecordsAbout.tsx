'use client';
import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { splitValues } from '#lib/contract/valueList.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { About } from '#lib/view/records/aboutRecords.ts';
import { DefinitionLink } from '../DefinitionLink.tsx';

type Props = { org: string; about: About; params: Record<string, string>; format: Format };

/** What was counted, of which days and whom, and where that is defined. */
export function RecordsAbout({ org, about, params, format }: Props) {
  const t = useTranslations();
  const { text } = useText();
  const people = (['giver', 'giver_role', 'taker', 'taker_role'] as const).flatMap((name) => {
    const value = params[name];
    return value === undefined ? [] : [{ name: t(`records.with.${name}`), value }];
  });
  const filters = DIMENSIONS.flatMap((name) => {
    const values = params[name];
    if (values === undefined) return [];
    const said = splitValues(values).map((value) => text(groupName(value)));
    return [{ name: t(`terms.dimension.${name}`), value: said.join(', ') }];
  });
  const facts = [
    ...people.map(({ name, value }) => ({ name, value: text(groupName(value)) })),
    ...(daysOf(params, format) ?? []).map((value) => ({ name: t('stages.stay.days'), value })),
    ...(params.window_days === undefined
      ? []
      : [{ name: t('home.explain.window'), value: format.days(Number(params.window_days)) }]),
    ...filters,
  ];
  return (
    <div className="border-b border-line px-5 py-2.5 text-sm text-ink-2">
      <p className="text-pretty">
        {text(about.says)} <DefinitionLink org={org} anchor={about.anchor} to={params.to ?? null} />
      </p>
      {facts.length > 0 && (
        <dl className="mt-1 flex flex-wrap gap-x-4 text-xs">
          {facts.map(({ name, value }) => (
            <div key={name} className="flex gap-1">
              <dt>{name}:</dt>
              <dd className="font-medium text-ink">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function daysOf({ days_from, days_to }: Record<string, string>, format: Format): string[] | null {
  if (days_from === undefined && days_to === undefined) return null;
  const [from, to] = [days_from ?? '0', days_to].map((days) =>
    days === undefined ? '∞' : format.days(Number(days)),
  );
  return [`${from} – ${to}`];
}
