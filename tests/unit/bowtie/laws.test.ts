import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveRecord } from '#lib/bowtie/deriveRecord.ts';
import { entryOutcome } from '#lib/bowtie/entryOutcome.ts';
import type { DeriveContext, StageEvent } from '#lib/bowtie/records.ts';
import { NO_SEGMENT_RULE, segmentByRule } from '#lib/bowtie/segmentByRule.ts';
import { LADDER, TIE_ORDER } from '#lib/bowtie/stages.ts';
import { terminalAt } from '#lib/bowtie/terminalAt.ts';
import { at } from './storyRecord.ts';

const event: fc.Arbitrary<StageEvent> = fc
  .record({
    stage: fc.constantFrom(...TIE_ORDER),
    time: fc.integer({ min: 0, max: 30 }),
    id: fc.constantFrom('a', 'b', '😀', '￼'),
    source: fc.constantFrom('crm', 'ads'),
    owner: fc.option(fc.constantFrom('li', 'wang')),
    amount: fc.option(fc.constantFrom('10.00', '7.50')),
  })
  .map(({ stage, time, id, source, owner, amount }) => {
    const currency = amount === null ? null : 'USD';
    const said = { eventId: id, source, amount, currency, dimensions: { owner } };
    return at(time, stage, said);
  });

/** One record's winners: no two of the same identity. */
const events = fc.uniqueArray(event, {
  maxLength: 12,
  selector: (one) => `${one.source} ${one.eventId} ${one.occurredAt} ${one.stage}`,
});

const stagesOn = fc.subarray([...LADDER], { minLength: 1 });

const context = (on: DeriveContext['stagesOn']): DeriveContext => ({
  stagesOn: on,
  accountDimensions: () => undefined,
  segments: segmentByRule(NO_SEGMENT_RULE),
  podOf: () => null,
  convert: (amount) => amount,
});

const all = (check: (record: ReturnType<typeof deriveRecord>, given: StageEvent[]) => void) =>
  fc.assert(
    fc.property(events, stagesOn, (given, on) => check(deriveRecord(given, context(on)), given)),
    { numRuns: 300 },
  );

test('the order of arrival does not matter', () => {
  const shuffled = events.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
  );
  fc.assert(
    fc.property(shuffled, stagesOn, ([given, other], on) => {
      expect(deriveRecord(other, context(on))).toEqual(deriveRecord(given, context(on)));
    }),
  );
});

test('under implied a record entered every stage before one that it entered, no later', () => {
  all(({ entries }) => {
    const implied = entries.filter(({ rule }) => rule !== 'actual');
    implied.slice(1).forEach((entry, i) => {
      expect(implied[i]?.enteredAt).toBeLessThanOrEqual(entry.enteredAt);
      expect(implied[i]?.nextAt).toBe(entry.enteredAt);
    });
  });
});

test('each stage has one row for both rules, or one for each rule that entered it', () => {
  all(({ entries }) => {
    for (const rows of Object.values(Object.groupBy(entries, ({ stage }) => stage))) {
      const rules = rows.map(({ rule }) => rule).join();
      expect(['both', 'implied', 'implied,actual']).toContain(rules);
    }
  });
});

test('spans touch, have a length, and begin with the first event', () => {
  all(({ spans }, given) => {
    const times = [...new Set(given.map(({ occurredAt }) => occurredAt))].sort((a, b) => a - b);
    expect(spans.map(({ fromAt }) => fromAt)).toEqual(times);
    expect(spans.map(({ toAt }) => toAt)).toEqual(given.length ? [...times.slice(1), null] : []);
  });
});

test('what is derived at a past as_of is what was derived without the later events', () => {
  fc.assert(
    fc.property(events, stagesOn, fc.integer({ min: 0, max: 30 }), (given, on, asOf) => {
      const late = deriveRecord(given, context(on));
      const then = deriveRecord(
        given.filter(({ occurredAt }) => occurredAt <= asOf),
        context(on),
      );
      for (const rule of ['implied', 'actual']) {
        const of = ({ entries }: typeof late) =>
          entries.filter((e) => e.enteredAt <= asOf && (e.rule === 'both' || e.rule === rule));
        expect(of(late).map(({ stage, enteredAt }) => [stage, enteredAt])).toEqual(
          of(then).map(({ stage, enteredAt }) => [stage, enteredAt]),
        );
        of(late).forEach((entry, i) => {
          const now = of(then)[i];
          const span = late.spans.find((s) => s.fromAt <= asOf && (s.toAt ?? asOf + 1) > asOf);
          const terminal = terminalAt(entry, asOf) ?? terminalAt(entry, asOf, span);
          if (now === undefined || terminal === null) throw new Error('entry or state is missing');
          const end = { outcome: now.outcome, outcomeAt: now.outcomeAt };
          expect(entryOutcome(entry, terminal, asOf)).toEqual(entryOutcome(now, end, asOf));
          const known = entry.outOfOrderAt !== null && entry.outOfOrderAt <= asOf;
          expect(known).toBe(now.outOfOrderAt !== null);
        });
      }
    }),
    { numRuns: 400 },
  );
});

test('more time never removes an entry, and never takes an advance back', () => {
  fc.assert(
    fc.property(events, fc.integer({ min: 0, max: 30 }), (given, asOf) => {
      const before = deriveRecord(
        given.filter(({ occurredAt }) => occurredAt <= asOf),
        context(LADDER),
      );
      const after = deriveRecord(given, context(LADDER));
      for (const entry of before.entries.filter(({ rule }) => rule !== 'actual')) {
        const same = after.entries.find((e) => e.stage === entry.stage && e.rule !== 'actual');
        expect(same?.enteredAt).toBe(entry.enteredAt);
        if (entry.nextAt !== null) expect(same?.nextAt).toBe(entry.nextAt);
      }
    }),
  );
});
