'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Input } from '#components/ui/Input.tsx';
import { Select } from '#components/ui/Select.tsx';
import { MOTIONS } from '#lib/bowtie/dimensions.ts';
import { setValue, type ValueMap, valueMaps } from '#lib/view/imports/valueMaps.ts';
import type { DraftDesk } from './useImportDraft.ts';

/** Other names for values: needed for motions, possible for every dimension. */
export function ValueMaps({ desk }: { desk: DraftDesk }) {
  const { draft, mapping, setMapping } = desk;
  const maps = valueMaps(draft.kind, mapping, draft.upload.sniff.columns);
  if (maps.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {maps.map((map) => (
        <OneMap
          key={map.field}
          map={map}
          onSet={(from, to) => setMapping(setValue(mapping, map.field, from, to))}
        />
      ))}
    </div>
  );
}

type MapProps = { map: ValueMap; onSet: (from: string, to: string) => void };

function OneMap({ map, onSet }: MapProps) {
  const t = useTranslations('imports');
  const [added, setAdded] = useState<string[]>([]);
  const known = new Set(map.entries.map(({ from }) => from));
  const fresh = added.filter((from) => !known.has(from)).map((from) => ({ from, to: '' }));
  const field = t(`field.${map.field}` as never);
  return (
    <details open={map.closed} className="rounded-lg border border-line px-4 py-2.5">
      <summary className="cursor-pointer text-sm font-medium">
        {t('columns.values', { field })}
      </summary>
      <p className="mt-1 mb-3 text-xs text-ink-3">
        {map.closed ? t('columns.motionText') : t('columns.valuesText')}
      </p>
      <div className="flex max-w-xl flex-col gap-2 pb-1">
        {[...map.entries, ...fresh].map(({ from, to }) => (
          <div key={from} className="grid grid-cols-2 items-center gap-3">
            <span className="truncate" title={from}>
              {from}
            </span>
            <OneValue
              closed={map.closed}
              from={from}
              to={to}
              onChange={(next) => onSet(from, next)}
            />
          </div>
        ))}
        <AddValue onAdd={(from) => setAdded([...added, from])} />
      </div>
    </details>
  );
}

type ValueProps = { closed: boolean; from: string; to: string; onChange: (to: string) => void };

function OneValue({ closed, from, to, onChange }: ValueProps) {
  const t = useTranslations();
  const label = `${from}: ${t('imports.columns.valueTo')}`;
  if (closed) {
    const options = MOTIONS.map((motion) => ({
      value: motion as string,
      label: t(`terms.value.${motion}`),
    }));
    const keep = { value: '', label: t('imports.columns.valueKeep') };
    return <Select label={label} options={[keep, ...options]} value={to} onChange={onChange} />;
  }
  return (
    <Input
      aria-label={label}
      value={to}
      placeholder={t('imports.columns.valueKeep')}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function AddValue({ onAdd }: { onAdd: (from: string) => void }) {
  const t = useTranslations('imports.columns');
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim() === '') return;
    onAdd(text);
    setText('');
  };
  return (
    <div className="grid grid-cols-2 items-center gap-3">
      <Input
        aria-label={t('valueFrom')}
        placeholder={t('valueFrom')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button size="sm" className="justify-self-start" onClick={add} disabled={text.trim() === ''}>
        {t('valueAdd')}
      </Button>
    </div>
  );
}
