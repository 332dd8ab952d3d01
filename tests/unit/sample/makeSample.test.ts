import { describe, expect, test } from 'vitest';
import { LADDER } from '#lib/bowtie/stages.ts';
import { dayOf, weekday } from '#prisma/sample/calendar.ts';
import { SAMPLE_SEED } from '#prisma/sample/loadSample.ts';
import { makeSample } from '#prisma/sample/makeSample.ts';
import { PODS, ROLES, TIERS } from '#prisma/sample/types.ts';
import { reached, type SampleRecord, sampleRecords, share } from '#tests/support/sampleRecords.ts';

const today = '2026-11-23';
const sample = makeSample({ seed: SAMPLE_SEED, today });
const records = sampleRecords(sample);
const fresh = records.filter((record) => record.motion === 'new_business');

// Making a sample takes a second, more on a busy machine.
describe('the sample organization', { timeout: 60_000 }, () => {
  test('is the same for the same seed and day, and another one otherwise', () => {
    expect(makeSample({ seed: SAMPLE_SEED, today })).toEqual(sample);
    expect(makeSample({ seed: SAMPLE_SEED + 1, today }).events).not.toEqual(sample.events);
    expect(makeSample({ seed: SAMPLE_SEED, today: '2026-11-24' }).events).not.toEqual(
      sample.events,
    );
  });

  test.each(['2026-11-23', '2027-02-28', '2028-02-29', '2027-07-04'])(
    'has 24 months up to the day before %s, about 60,000 events',
    (day) => {
      const { events } = makeSample({ seed: SAMPLE_SEED, today: day });
      expect(events.length).toBeGreaterThan(55_000);
      expect(events.length).toBeLessThan(65_000);
      const times = events.map((event) => event.occurred_at).sort();
      const first = dayOf(day) - 731;
      expect(Date.parse(times[0] ?? '')).toBeGreaterThanOrEqual(first * 86_400_000);
      expect(Date.parse(times[0] ?? '')).toBeLessThan((first + 5) * 86_400_000);
      // Local midnight in New York is at least four hours after midnight in UTC.
      expect(Date.parse(times.at(-1) ?? '')).toBeLessThan(Date.parse(`${day}T05:00:00Z`));
    },
  );

  test('has about 40 people in seven roles, 4 pods with dates, 3 tiers, 8 channels', () => {
    expect(sample.people).toHaveLength(41);
    expect(new Set(sample.people.map(({ role }) => role))).toEqual(new Set(ROLES));
    expect(new Set(sample.podMembers.map(({ pod }) => pod))).toEqual(new Set(PODS));
    expect(sample.podMembers.filter(({ toDate }) => toDate !== null).length).toBeGreaterThanOrEqual(
      4,
    );
    const people = new Set(sample.people.map(({ owner }) => owner));
    expect(sample.podMembers.filter(({ owner }) => !people.has(owner))).toEqual([]);
    expect(new Set(fresh.map(({ segment }) => segment))).toEqual(new Set(TIERS));
    expect(new Set(fresh.map(({ channel }) => channel)).size).toBe(8);
    const owners = new Set(sample.events.flatMap(({ owner }) => owner ?? []));
    expect([...owners].filter((owner) => !people.has(owner))).toEqual([]);
  });

  test('covers each tier by its own roles', () => {
    const role = new Map(sample.people.map((person) => [person.owner, person.role]));
    const rolesAt = (segment: string, stage: string) =>
      new Set(
        fresh
          .filter((record) => record.segment === segment)
          .flatMap(({ events }) => events.filter((event) => event.stage === stage))
          .flatMap(({ owner }) => role.get(owner ?? '') ?? []),
      );
    expect(rolesAt('small', 'mql')).toEqual(new Set(['MDR']));
    expect(rolesAt('small', 'won')).toEqual(new Set(['AE']));
    expect(rolesAt('small', 'adopted')).toEqual(new Set(['CSM']));
    expect(rolesAt('mid', 'prospect')).toEqual(new Set(['SDR']));
    expect(rolesAt('mid', 'onboarded')).toEqual(new Set(['ONB']));
    expect(rolesAt('key', 'prospect')).toEqual(new Set(['ADR']));
    expect(rolesAt('key', 'sql')).toEqual(new Set(['SDR']));
    expect(rolesAt('key', 'won')).toEqual(new Set(['KA']));
  });

  test('works on workdays: no qualification, acceptance or win on a weekend', () => {
    const meetings = sample.events.filter(({ stage }) => ['sql', 'won', 'lost'].includes(stage));
    const local = new Intl.DateTimeFormat('en-CA', { timeZone: sample.org.time_zone });
    const onWeekend = meetings.filter(
      ({ occurred_at, version }) =>
        version === undefined && weekday(dayOf(local.format(new Date(occurred_at)))) > 4,
    );
    // What remains are first, wrong versions of corrected rows and steps logged after the fact.
    expect(onWeekend.length).toBeLessThan(meetings.length * 0.002);
  });

  test('converts like companies of each tier do', () => {
    const rates = (segment: string) => {
      const own = fresh.filter((record) => record.segment === segment);
      return LADDER.slice(1).map((to, i) => share(own, LADDER[i] ?? 'prospect', to));
    };
    const bounds = {
      small: [0.25, 0.2, 0.75, 0.2],
      mid: [0.2, 0.25, 0.7, 0.15],
      key: [0.2, 0.3, 0.85, 0.28],
    };
    for (const [segment, low] of Object.entries(bounds)) {
      rates(segment)
        .slice(0, 4)
        .forEach((rate, i) => {
          expect(rate, `${segment} ${LADDER[i]}`).toBeGreaterThan(low[i] ?? 0);
          expect(rate, `${segment} ${LADDER[i]}`).toBeLessThan((low[i] ?? 0) + 0.2);
        });
    }
  });

  test('has the small faults of real data, and not many', () => {
    const among = (test: (record: SampleRecord) => boolean) => fresh.filter(test).length;
    const sold = among((record) => reached(record, 'sal'));
    const skipped = among((record) => reached(record, 'sal') && !record.first.sql);
    const backward = among(({ events }) =>
      events.some((event, i) => event.stage === 'sql' && events[i - 1]?.stage === 'sal'),
    );
    const reopened = among(({ events }) =>
      events.some(({ stage }, i) => {
        const before = events[i - 1]?.stage;
        return stage === 'sal' && (before === 'lost' || before === 'no_decision');
      }),
    );
    const sameDay = among(({ first }) => first.sal !== undefined && first.sal === first.sql);
    for (const count of [skipped, backward, reopened, sameDay]) {
      expect(count).toBeGreaterThan(10);
      expect(count).toBeLessThan(sold * 0.1);
    }
    const corrected = sample.events.filter((event) => event.version === 1).length;
    expect(corrected).toBeGreaterThan(20);
    let newest = '';
    let late = 0;
    for (const { occurred_at } of sample.events) {
      if (Date.parse(newest) - Date.parse(occurred_at) > 86_400_000) late += 1;
      if (occurred_at > newest) newest = occurred_at;
    }
    expect(late).toBeGreaterThan(100);
  });

  test('leaves deals open today', () => {
    const open = fresh.filter((record) => {
      const last = record.events.at(-1)?.stage;
      return reached(record, 'sal') && (last === 'sal' || last === 'sql');
    });
    expect(open.length).toBeGreaterThan(60);
  });
});
