import type { ChangeAnswer, HandOffsAnswer, StayAnswer } from '#lib/contract/stages.ts';
import type { Cell } from '../toCsv.ts';

export function stayTable({ bins }: StayAnswer['data']): Cell[][] {
  return [
    ['from_days', 'to_days', 'advanced', 'lost', 'no_decision'],
    ...bins.map((bin) => [bin.from, bin.to, bin.advanced, bin.lost, bin.no_decision]),
  ];
}

export function stuckTable({ stuck }: StayAnswer['data']): Cell[][] {
  return [
    ['record_id', 'account_id', 'owner', 'segment', 'since', 'days', 'amount'],
    ...stuck.rows.map((row) => [
      ...[row.record_id, row.account_id, row.owner, row.segment, row.since, row.days, row.amount],
    ]),
  ];
}

export function handOffTable({ from, pairs }: HandOffsAnswer['data']): Cell[][] {
  const givers = from.map((one) => [
    ...[one.role, one.owner, null, null, one.base, one.advanced, one.lost, one.no_decision],
    ...[one.open, one.rate, one.interval?.[0] ?? null, one.interval?.[1] ?? null, one.days.p50],
  ]);
  const taken = pairs.map(({ from: giver, to, advanced, days }) => [
    ...[giver.role, giver.owner, to.role, to.owner, null, advanced, null, null],
    ...[null, null, null, null, days.p50],
  ]);
  const head = ['from_role', 'from_owner', 'to_role', 'to_owner', 'base', 'advanced', 'lost'];
  const rest = ['no_decision', 'open', 'rate', 'low', 'high', 'days_p50'];
  return [[...head, ...rest], ...givers, ...taken];
}

export function changeTable({ parts }: ChangeAnswer['data']): Cell[][] {
  const head = ['group', 'base_before', 'advanced_before', 'open_before', 'base_after'];
  return [
    [...head, 'advanced_after', 'open_after', 'mix', 'rate'],
    ...parts.map(({ key, before, after, mix, rate }) => [
      Object.values(key)[0] ?? '',
      ...[before.base, before.advanced, before.open],
      ...[after.base, after.advanced, after.open, mix, rate],
    ]),
  ];
}
