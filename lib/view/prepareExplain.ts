import { ratio } from '#lib/bowtie/ratio.ts';
import type { AnswerMeta, ConversionAnswer } from '#lib/contract/bowtie.ts';
import { OUTCOMES, type Outcome } from '#lib/contract/vocabulary.ts';
import type { Format } from './createFormat.ts';
import { metricAnchor, stageAnchor } from './definitions/definitionLink.ts';
import { comparable, type HandOff } from './handOff.ts';
import type { MovementView, StageView } from './prepareBowtie.ts';
import { stageName, type Text } from './text.ts';

export type ExplainRow = { label: Text; value: string | Text };

export type Explain = {
  title: Text;
  /** What was counted, in a sentence. */
  says: Text;
  formula: Text | null;
  rows: ExplainRow[];
  /** Clock and rule, each in a sentence. */
  rules: Text[];
  /** Where and when it was asked. */
  origin: ExplainRow[];
  /** How the base splits up; the parts sum exactly to it. */
  outcomes: { outcome: Outcome; label: Text; count: number }[];
  /** Whether the records behind it can be listed. */
  hasRecords: boolean;
  /** Several numbers in one: each with the records behind it. */
  lists: { label: Text; value: string; opens: string }[];
  /** Where the page of definitions says what it means. */
  anchor: string;
};

const row = (name: string, value: string | Text): ExplainRow => ({
  label: { key: `home.explain.${name}` },
  value,
});

/** Everything that a rate rests on. */
export function explainHandOff(handOff: HandOff, meta: AnswerMeta, format: Format): Explain {
  const { from, to, base, advanced, matured, days } = handOff;
  const names = { from: stageName(from), to: stageName(to) };
  const values = { ...names, count: base, n: format.count(base), m: format.count(advanced) };
  const flows = meta.clock === 'period';
  const rows = [row('base', format.count(base)), row('advanced', format.count(advanced))];
  if (handOff.confidence !== 'none') rows.push(row('rate', format.percent(handOff.rate)));
  if (handOff.interval) rows.push(row('interval', format.interval(handOff.interval)));
  if (matured) {
    const horizon = { rate: format.percent(matured.rate), days: format.days(matured.horizon_days) };
    rows.push(row('matured', { key: 'home.explain.maturedBy', values: horizon }));
    if (matured.interval) rows.push(row('maturedInterval', format.interval(matured.interval)));
    rows.push(row('atRisk', format.count(matured.at_risk)));
  }
  rows.push(...closedRows(handOff, format), ...dayRows(days, format));
  rows.push(...changeRows(handOff, format));
  return {
    title: { key: 'home.pair', values: names },
    says: { key: flows ? 'home.explain.saysFlows' : 'home.explain.saysCohort', values },
    formula: {
      key: flows ? 'home.explain.formulaFlows' : 'home.explain.formulaCohort',
      values: names,
    },
    rows,
    rules: rulesOf(meta),
    origin: originRows(meta, format),
    outcomes: OUTCOMES.flatMap((outcome) => {
      const count = handOff[outcome];
      const unasked = outcome === 'expired' && meta.window_days === null;
      return flows || count === null || unasked
        ? []
        : [{ outcome, label: { key: `terms.outcome.${outcome}` }, count }];
    }),
    hasRecords: true,
    lists: [],
    anchor: metricAnchor(flows ? 'flows' : 'rate'),
  };
}

/** Sellers know the win rate of what is closed; the cohort's rate has the open ones in its base. */
function closedRows(
  { from, to, advanced, lost, no_decision }: HandOff,
  format: Format,
): ExplainRow[] {
  if (to !== 'won' || from === 'won' || lost === null || no_decision === null) return [];
  const closed = advanced + lost + no_decision;
  const rate = ratio(advanced, closed);
  if (rate === null) return [];
  const values = {
    rate: format.percent(rate),
    n: format.count(closed),
    m: format.count(advanced),
  };
  return [row('winRateClosed', { key: 'home.explain.fromFirstOf', values })];
}

function dayRows(days: ConversionAnswer['days'], format: Format): ExplainRow[] {
  if (days === null || days.n === 0) return [];
  const spread = { p25: format.days(days.p25), p75: format.days(days.p75) };
  const rows = [
    row('median', format.days(days.p50)),
    row('quartiles', { key: 'home.explain.between', values: spread }),
    row('daysN', format.count(days.n)),
  ];
  return days.out_of_order > 0
    ? [...rows, row('outOfOrder', format.count(days.out_of_order))]
    : rows;
}

function changeRows(handOff: HandOff, format: Format): ExplainRow[] {
  const { change } = handOff;
  if (change === null) return [];
  const now = comparable(handOff)?.rate ?? null;
  if (change.points === null || now === null) {
    return [row('change', { key: 'home.explain.notComparable' })];
  }
  const values = {
    now: format.percent(now),
    before: format.percent(change.before),
    points: format.points(change.points),
  };
  return [row('change', { key: 'home.explain.changed', values })];
}

/** Everything that a count rests on. */
export function explainStage(stage: StageView, meta: AnswerMeta, format: Format): Explain {
  const stock = meta.clock === 'snapshot';
  const rows = [row(stock ? 'stock' : 'entries', format.count(stage.entries))];
  if (!stock) rows.push(row('implied', format.count(stage.implied)));
  rows.push(row('amount', format.money(stage.amount)));
  if (stage.unconverted > 0) rows.push(row('unconverted', format.count(stage.unconverted)));
  if (stage.from_first && stage.from_first.base > 0) {
    const { base, advanced, rate } = stage.from_first;
    const values = {
      n: format.count(base),
      m: format.count(advanced),
      rate: format.percent(rate),
    };
    rows.push(row('fromFirst', { key: 'home.explain.fromFirstOf', values }));
  }
  if (stage.before !== null) rows.push(row('before', format.count(stage.before)));
  const values = {
    stage: stageName(stage.stage),
    count: stage.entries,
    n: format.count(stage.entries),
  };
  return {
    title: { key: `terms.stageLong.${stage.stage}` },
    says: { key: stock ? 'home.explain.saysStock' : 'home.explain.saysEntries', values },
    formula: null,
    rows,
    rules: rulesOf(meta),
    origin: originRows(meta, format),
    outcomes: [],
    hasRecords: true,
    lists: [],
    anchor: stageAnchor(stage.stage),
  };
}

/**
 * What happened to customers in the period: events, so they follow no cohort; in money the ARR of
 * accounts and contracts.
 */
export function explainMovements(
  movements: readonly MovementView[],
  meta: AnswerMeta,
  format: Format,
): Explain {
  const inMoney = movements.some(({ amount }) => amount !== undefined);
  return {
    title: { key: 'home.figure.movements' },
    says: { key: `home.explain.${inMoney ? 'saysMoney' : 'saysMovements'}` },
    formula: inMoney ? { key: 'home.explain.formulaMoney' } : null,
    rows: [],
    rules: [],
    origin: originRows(meta, format),
    outcomes: [],
    hasRecords: false,
    lists: movements.map(({ movement, count, amount, opens }) => ({
      label: { key: `terms.movement.${movement}` },
      value: amount === undefined ? format.count(count) : format.money(amount),
      opens,
    })),
    anchor: inMoney ? metricAnchor('bridge') : stageAnchor('renewed'),
  };
}

function rulesOf({ clock, rule }: AnswerMeta): Text[] {
  return [{ key: `home.clock.${clock}.hint` }, { key: `home.rule.${rule}.hint` }];
}

function originRows(meta: AnswerMeta, format: Format): ExplainRow[] {
  const rows = [row('period', format.span(meta.from, meta.to))];
  if (meta.window_days !== null) rows.push(row('window', format.days(meta.window_days)));
  rows.push(row('dataThrough', format.instant(meta.data_through)));
  rows.push(row('asOf', format.instant(meta.as_of)));
  rows.push(row('place', `${meta.time_zone} · ${meta.currency}`));
  return rows;
}
