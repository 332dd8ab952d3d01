'use client';
import { useTranslations } from 'next-intl';
import { Segmented } from '#components/ui/Segmented.tsx';
import { Select } from '#components/ui/Select.tsx';
import { QUARANTINE_CODES } from '#lib/contract/ingest.ts';
import type { QuarantineAnswer } from '#lib/contract/quarantine.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { HeldState } from '#lib/view/health/heldState.ts';

type Props = {
  answer: QuarantineAnswer;
  state: HeldState;
  format: Format;
  onChange: (change: Partial<HeldState>) => void;
};

/** Stands for no choice: nobody calls a source so. */
const ANY = '\n';

type Choice = { value: string; label: string; count: number };

/** Reason, source and file, each with how many rows it holds. */
export function HeldFilters({ answer, state, format, onChange }: Props) {
  const t = useTranslations('health.held');
  const reasons = useTranslations('imports.code');
  const options = (known: readonly Choice[], chosen: string | null) => {
    const missing = chosen !== null && !known.some((one) => one.value === chosen);
    const all = missing ? [...known, { value: chosen, label: chosen, count: 0 }] : known;
    return [
      { value: ANY, label: t('any') },
      ...all.map(({ value, label, count }) => ({ value, label, hint: format.count(count) })),
    ];
  };
  const codes = answer.codes.map(({ code, count }) => {
    return { value: code as string, label: reasons(code), count };
  });
  const sources = answer.sources.map(({ source, count }) => {
    return { value: source, label: source, count };
  });
  const files = answer.imports.map(({ import_id: value, file_name: label, count }) => {
    return { value, label, count };
  });
  return (
    <>
      <Segmented
        label={t('state')}
        value={state.state}
        options={[
          { value: 'held', label: t('stateHeld') },
          { value: 'released', label: t('stateReleased') },
        ]}
        onChange={(next) => onChange({ state: next })}
      />
      <Select
        variant="chip"
        label={t('code')}
        active={state.code !== null}
        value={state.code ?? ANY}
        options={options(codes, state.code)}
        onChange={(next) => {
          onChange({ code: QUARANTINE_CODES.find((one) => one === next) ?? null });
        }}
      />
      <Select
        variant="chip"
        label={t('source')}
        active={state.source !== null}
        value={state.source ?? ANY}
        options={options(sources, state.source)}
        onChange={(next) => onChange({ source: next === ANY ? null : next })}
      />
      {(files.length > 0 || state.file !== null) && (
        <Select
          variant="chip"
          label={t('file')}
          active={state.file !== null}
          value={state.file ?? ANY}
          options={options(files, state.file)}
          onChange={(next) => onChange({ file: next === ANY ? null : next })}
        />
      )}
    </>
  );
}
