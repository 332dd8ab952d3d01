'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Select } from '#components/ui/Select.tsx';
import { TIE_ORDER } from '#lib/bowtie/stages.ts';
import type { QuarantineAnswer, ReplayAnswer } from '#lib/contract/quarantine.ts';
import { putStageMap, replayHeld } from '#lib/query/quarantine.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { useStageText } from '../imports/new/useStageText.ts';
import { useErrorText } from '../useErrorText.ts';

type Props = {
  org: string;
  names: QuarantineAnswer['stages'];
  format: Format;
  onTold: (answer: ReplayAnswer) => void;
};

const IGNORED = 'ignored';

/** The names of a CRM that mean nothing yet: said once, all their rows come in. */
export function UnknownStages({ org, names, format, onTold }: Props) {
  const t = useTranslations('health.map');
  const errorText = useErrorText();
  const stageText = useStageText();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const said = names.filter(({ name }) => chosen[name] !== undefined);
  const mapping = useMutation({
    mutationFn: async () => {
      const pairs = said.map(({ name }) => [name, chosen[name]] as const);
      const stages = pairs.map(([name, stage]) => [name, stage === IGNORED ? null : stage]);
      await putStageMap(org, Object.fromEntries(stages));
      return replayHeld(org, { code: 'unknown_stage' });
    },
    onSuccess: (answer) => {
      setChosen({});
      onTold(answer);
    },
  });
  const options = [
    ...TIE_ORDER.map((stage) => {
      const { label, hint } = stageText(stage);
      return hint && hint !== label ? { value: stage, label, hint } : { value: stage, label };
    }),
    { value: IGNORED, label: t('ignore'), hint: t('ignoreHint') },
  ];
  return (
    <Card aria-labelledby="unknown">
      <h3 id="unknown" className="font-semibold">
        {t('title')}
      </h3>
      <p className="mb-3 max-w-[56rem] text-sm text-ink-2">{t('text')}</p>
      <ul className="divide-y divide-line border-y border-line">
        {names.map(({ name, count }) => (
          <li
            key={name}
            className="grid items-center gap-x-4 gap-y-1.5 py-2 sm:grid-cols-[minmax(0,1fr)_7rem_minmax(14rem,22rem)]"
          >
            <span className="font-medium break-words">{name}</span>
            <span className="text-sm text-ink-2 sm:text-right">{t('rows', { n: count })}</span>
            <Select
              label={t('choose', { name })}
              placeholder={t('unset')}
              options={options}
              value={chosen[name] ?? null}
              onChange={(stage) => setChosen({ ...chosen, [name]: stage })}
            />
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          disabled={said.length === 0 || mapping.isPending}
          onClick={() => mapping.mutate()}
        >
          {t(mapping.isPending ? 'applying' : 'apply')}
        </Button>
        <span className="text-sm text-ink-3">
          {format.count(said.length)} / {format.count(names.length)}
        </span>
      </div>
      {mapping.error && (
        <div className="mt-3">
          <ErrorState message={errorText(mapping.error)} />
        </div>
      )}
    </Card>
  );
}
