'use client';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { useText } from '#components/ui/useText.tsx';
import type { RoleLine } from '#lib/view/plan/roleLines.ts';
import { stageName } from '#lib/view/text.ts';
import { InputRow } from '../InputRow.tsx';
import type { PlanPart } from '../planPart.ts';
import { HireList } from './HireList.tsx';
import { InPlace } from './InPlace.tsx';
import { RoleTiers } from './RoleTiers.tsx';
import { settingOf } from './settingOf.ts';

/** One role: a line while closed, its inputs and hires when opened. */
export function RoleEditor({ part, line }: { part: PlanPart; line: RoleLine }) {
  const { role, added, lines, paths, peak, short } = line;
  const { format } = part;
  const t = useTranslations('planInputs.people');
  const { text } = useText();
  const { overrides, put } = settingOf(part);
  const key = role.role;
  const own = overrides.filter((one) => one.of === 'r' && one.key === key);
  const remove = () => {
    const cleared = own.map((one) => ({ ...one, value: null }));
    put(added ? cleared : [...cleared, { of: 'r', key, field: 'gone', value: 1 }]);
  };
  return (
    <details className="group/role rounded-lg border border-line">
      <summary className="flex min-h-9 cursor-pointer list-none items-center gap-2 rounded-lg px-2.5 py-1.5 text-sm [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 shrink-0 group-open/role:rotate-90" />
        <span className="min-w-0 flex-1 truncate">
          <b className="font-medium">{key}</b>{' '}
          <span className="text-xs text-ink-3">{text(stageName(role.stage))}</span>
        </span>
        <span className={cx('text-xs tabular-nums', short ? 'text-warn-600' : 'text-ink-2')}>
          {t(short ? 'needs' : 'has', {
            heads: headsSaid(role.heads),
            peak: peak === null ? '—' : format.count(Math.ceil(peak)),
          })}
        </span>
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-line p-2.5">
        <InPlace part={part} paths={paths} />
        {lines.map((one) => (
          <InputRow
            key={one.field}
            part={part}
            line={{ ...one, path: '' }}
            onSet={(field, value) => put([{ of: 'r', key, field, value }])}
          />
        ))}
        <RoleTiers part={part} role={role} />
        <HireList part={part} role={role} />
        <div className="flex flex-wrap gap-2">
          {own.length > 0 && !added && (
            <Button size="sm" onClick={() => put(own.map((one) => ({ ...one, value: null })))}>
              {t('reset')}
            </Button>
          )}
          <Button size="sm" onClick={remove}>
            {t('remove', { role: key })}
          </Button>
        </div>
      </div>
    </details>
  );
}

function headsSaid(heads: number): string {
  return String(Math.round(heads * 10) / 10);
}
