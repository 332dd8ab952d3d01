'use client';
import { Field } from '@base-ui/react/field';
import { ArrowRight, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import { Input } from '#components/ui/Input.tsx';
import type { BandFaults } from '#lib/view/orgs/ruleFaults.ts';
import type { RuleDraft } from '#lib/view/orgs/tidyRule.ts';
import { SegmentInput } from './SegmentInput.tsx';

type Band = RuleDraft['bands'][number];
type Props = {
  band: Band;
  faults: BandFaults;
  currency: string;
  list: string;
  tried: boolean;
  onChange: (band: Band) => void;
  onRemove: () => void;
};

/** From an amount on: a segment. */
export function SegmentBand(props: Props) {
  const { band, faults, currency, list, tried, onChange, onRemove } = props;
  const t = useTranslations('orgs.segments');
  const from = faults.from !== null && (tried || faults.from !== 'none') ? faults.from : null;
  const amount = band.from.trim() === '' ? '…' : band.from.trim();
  return (
    <li className="flex items-start gap-2 px-3 py-2 sm:px-4">
      <span className="min-w-5 shrink-0 pt-2 text-sm text-ink-2 sm:w-10">{t('from')}</span>
      <Field.Root invalid={from !== null} className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="relative">
          <Input
            aria-label={t('amount', { currency })}
            inputMode="decimal"
            autoComplete="off"
            maxLength={40}
            value={band.from}
            onChange={(event) => onChange({ ...band, from: event.target.value })}
            className="text-right tabular-nums max-sm:px-2 sm:pr-12"
          />
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-xs text-ink-3 max-sm:hidden"
          >
            {currency}
          </span>
        </span>
        {from !== null && (
          <Field.Error match className="text-xs text-warn-600">
            {t(`fault.${from}`)}
          </Field.Error>
        )}
      </Field.Root>
      <ArrowRight aria-hidden className="mt-2.5 size-4 shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1">
        <SegmentInput
          label={t('segmentFrom', { amount })}
          value={band.segment}
          list={list}
          onChange={(segment) => onChange({ ...band, segment })}
          placeholder={t('segment')}
          error={tried && faults.segment !== null ? t('fault.segment') : null}
        />
      </div>
      <IconButton label={t('remove', { amount })} onClick={onRemove} className="mt-0.5">
        <X aria-hidden className="size-4" />
      </IconButton>
    </li>
  );
}
