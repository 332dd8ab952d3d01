'use client';
import { useLocale, useTranslations } from 'next-intl';
import { Field } from '#components/ui/Field.tsx';
import { Input } from '#components/ui/Input.tsx';
import { Select } from '#components/ui/Select.tsx';
import { monthOptions, weekDayOptions } from '#lib/view/orgs/calendarOptions.ts';
import type { OrgDraft, OrgField } from '#lib/view/orgs/orgForm.ts';
import { CurrencyField } from './CurrencyField.tsx';
import { StagesField } from './StagesField.tsx';
import { ZoneField } from './ZoneField.tsx';

type Props = {
  draft: OrgDraft;
  now: number;
  faults: Partial<Record<OrgField, string>>;
  onChange: (part: Partial<OrgDraft>) => void;
  slugShown?: boolean;
};

export function OrgFields({ draft, now, faults, onChange, slugShown = false }: Props) {
  const t = useTranslations('orgs.field');
  return (
    <>
      <Field label={t('name')} error={faults.name ?? null}>
        <Input
          value={draft.name}
          maxLength={200}
          autoComplete="organization"
          placeholder={t('namePlaceholder')}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      {slugShown && (
        <Field label={t('slug')} hint={t('slugHint')} error={faults.slug ?? null}>
          <Input
            value={draft.slug}
            maxLength={63}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder="acme"
            onChange={(event) => onChange({ slug: event.target.value })}
          />
        </Field>
      )}
      <div className="grid gap-6 sm:grid-cols-2">
        <ZoneField
          value={draft.time_zone}
          now={now}
          onChange={(time_zone) => onChange({ time_zone })}
        />
        <CurrencyField value={draft.currency} onChange={(currency) => onChange({ currency })} />
        <CalendarFields draft={draft} onChange={onChange} />
      </div>
      <StagesField
        stages={draft.stages}
        error={faults.stages ?? null}
        onChange={(stages) => onChange({ stages })}
      />
    </>
  );
}

function CalendarFields({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const t = useTranslations('orgs.field');
  const locale = useLocale();
  return (
    <>
      <Field label={t('weekStart')}>
        <Select
          label={t('weekStart')}
          options={weekDayOptions(locale)}
          value={draft.week_start}
          onChange={(day) => onChange({ week_start: day as OrgDraft['week_start'] })}
        />
      </Field>
      <Field label={t('fiscalStart')} hint={t('fiscalHint')}>
        <Select
          label={t('fiscalStart')}
          options={monthOptions(locale)}
          value={String(draft.fiscal_start_month)}
          onChange={(month) => onChange({ fiscal_start_month: Number(month) })}
        />
      </Field>
    </>
  );
}
