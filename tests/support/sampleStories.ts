import { dayOf, dayText } from '#prisma/sample/calendar.ts';
import { brokenSince, pushedQuarter } from '#prisma/sample/stories.ts';
import type { Sample } from '#prisma/sample/types.ts';
import { ownerAt, reached, type SampleRecord, sampleRecords, share } from './sampleRecords.ts';

/** Dollars per euro, near enough for shares. */
const EURO = 1.09;

function dollars(amount: string | undefined, currency: string | undefined): number {
  return Number(amount ?? 0) * (currency === 'EUR' ? EURO : 1);
}

function handOff(records: readonly SampleRecord[], since: string) {
  const mid = records.filter((record) => record.segment === 'mid' && record.first.sql);
  const ended = mid.filter((r) => reached(r, 'sal') || r.first.lost || r.first.no_decision);
  const [before, after] = [
    ended.filter((record) => (record.first.sql ?? '') < since),
    ended.filter((record) => (record.first.sql ?? '') >= since),
  ];
  const others = records.filter((r) => r.segment !== 'mid' && (r.first.sql ?? '') >= since);
  return {
    before: share(before, 'sql', 'sal'),
    after: share(after, 'sql', 'sal'),
    othersAfter: share(others, 'sql', 'sal'),
  };
}

function podWinRates(sample: Sample, records: readonly SampleRecord[]): Record<string, number> {
  const podOf = (owner: string, day: string) =>
    sample.podMembers.find(
      (one) =>
        one.owner === owner && one.fromDate <= day && (one.toDate === null || day < one.toDate),
    )?.pod ?? 'unknown';
  const small = records.filter((record) => record.segment !== 'key' && record.first.sal);
  const pods = Map.groupBy(small, (r) => podOf(ownerAt(r, 'sal'), r.first.sal ?? ''));
  return Object.fromEntries([...pods].map(([pod, own]) => [pod, share(own, 'sal', 'won')]));
}

function sellers(records: readonly SampleRecord[]): { owner: string; share: number }[] {
  const sums = new Map<string, number>();
  for (const record of records) {
    const won = record.events.findLast(({ stage }) => stage === 'won');
    if (!won) continue;
    const owner = ownerAt(record, 'won');
    sums.set(owner, (sums.get(owner) ?? 0) + dollars(won.amount, won.currency));
  }
  const total = [...sums.values()].reduce((a, b) => a + b, 0);
  return [...sums]
    .map(([owner, sum]) => ({ owner, share: sum / total }))
    .sort((a, b) => b.share - a.share);
}

/** Mid and key tiers: the share of the quarter's close dates that was moved behind its end. */
function pushedShare(records: readonly SampleRecord[], from: string, to: string): number {
  let due = 0;
  let moved = 0;
  for (const record of records) {
    if (record.segment === 'small') continue;
    const dates = record.events.flatMap(({ stage, close_date }) =>
      stage === 'sal' && close_date ? [close_date] : [],
    );
    dates.forEach((date, index) => {
      if (date < from || date >= to) return;
      due += 1;
      if ((dates[index + 1] ?? '') >= to) moved += 1;
    });
  }
  return moved / due;
}

/** The five stories, counted. */
export function sampleStories(sample: Sample, today: string) {
  const day = dayOf(today);
  const records = sampleRecords(sample).filter((record) => record.motion === 'new_business');
  const { from, to } = pushedQuarter(day);
  const quarters = [0, 1, 2, 3].map((back) => {
    const start = pushedQuarter(from - back * 91 + 45).from;
    return { from: dayText(start), to: dayText(pushedQuarter(start + 100).to) };
  });
  return {
    since: dayText(brokenSince(day)),
    handOff: handOff(records, dayText(brokenSince(day))),
    pods: podWinRates(sample, records),
    channels: Object.fromEntries(
      [...Map.groupBy(records, ({ channel }) => channel)].map(([channel, own]) => [
        channel,
        {
          prospects: own.filter((r) => r.first.prospect).length,
          mql: own.filter((r) => reached(r, 'mql')).length,
          won: own.filter((r) => reached(r, 'won')).length,
        },
      ]),
    ),
    pushed: pushedShare(records, dayText(from), dayText(to)),
    pushedBefore: quarters.map((one) => pushedShare(records, one.from, one.to)),
    pushedQuarter: { from: dayText(from), to: dayText(to) },
    sellers: sellers(records),
  };
}
