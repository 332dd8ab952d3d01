'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Input } from '#components/ui/Input.tsx';
import type { BenchmarkAnswer, BenchmarksAnswer } from '#lib/contract/benchmarks.ts';
import { benchmarksOptions, putBenchmark, resetBenchmark } from '#lib/query/stagesOptions.ts';
import { useErrorText } from '../useErrorText.ts';
import { usePairName } from './usePairName.ts';

type Props = { org: string; today: string; benchmark: BenchmarkAnswer };

/** One benchmark: value, the day from which it holds, and where it comes from. */
export function BenchmarkForm({ org, today, benchmark }: Props) {
  const t = useTranslations('stages.benchmarks');
  const { ends, pair } = usePairName();
  const errorText = useErrorText();
  const client = useQueryClient();
  const { conversion, own, band } = benchmark;
  const [value, setValue] = useState(percentOf(benchmark.value));
  const [asOf, setAsOf] = useState(own ? benchmark.as_of : today);
  const [source, setSource] = useState(own ? benchmark.source : '');
  const rate = value.trim() === '' ? Number.NaN : Number(value) / 100;
  const right = rate >= 0 && rate <= 1 && /^\d{4}-\d\d-\d\d$/.test(asOf) && source.trim() !== '';
  const onSuccess = async (answer: BenchmarksAnswer) => {
    client.setQueryData(benchmarksOptions(org).queryKey, answer);
    await client.invalidateQueries({ queryKey: ['stages', org, 'bottlenecks'] });
  };
  const save = useMutation({
    mutationFn: () => putBenchmark(org, { conversion, value: rate, as_of: asOf, source }),
    onSuccess,
  });
  const reset = useMutation({ mutationFn: () => resetBenchmark(org, conversion), onSuccess });
  const error = save.error ?? reset.error;
  return (
    <form
      aria-label={t('edit', ends(conversion))}
      className="grid gap-2 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (right) save.mutate();
      }}
    >
      <p className="flex flex-wrap items-baseline gap-x-2">
        <b className="font-semibold">{pair(conversion)}</b>
        <span className="text-xs text-ink-2">
          {own ? t('own') : `${t('default', { band: band ?? '—' })}, ${benchmark.as_of}`}
        </span>
      </p>
      <div className="grid grid-cols-2 gap-2">
        <Field label={t('value')}>
          <Input inputMode="decimal" value={value} onChange={(e) => setValue(e.target.value)} />
        </Field>
        <Field label={t('asOf')}>
          <Input type="date" value={asOf} onChange={(e) => setAsOf(e.target.value)} />
        </Field>
      </div>
      <Field label={t('source')}>
        <Input value={source} maxLength={500} onChange={(e) => setSource(e.target.value)} />
      </Field>
      {error && (
        <p role="alert" className="text-sm text-warn-600">
          {errorText(error)}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="sm" disabled={!right || save.isPending}>
          {t('save')}
        </Button>
        {own && (
          <Button size="sm" variant="ghost" onClick={() => reset.mutate()}>
            {t('reset')}
          </Button>
        )}
        {!right && <span className="text-xs text-ink-2">{t('wrong')}</span>}
      </div>
    </form>
  );
}

function percentOf(rate: number): string {
  return String(Number((rate * 100).toFixed(6)));
}
