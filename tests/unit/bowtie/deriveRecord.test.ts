import { describe, expect, test } from 'vitest';
import { entryOutcome } from '#lib/bowtie/entryOutcome.ts';
import { at, derive, entry } from './storyRecord.ts';

describe('carry-forward', () => {
  test('an amount holds with its currency and the rate of the day that stated it', () => {
    const asked: number[] = [];
    const record = derive(
      [
        at(1, 'sql', { amount: '10', currency: 'EUR' }),
        at(9, 'sal'),
        at(12, 'won', { currency: 'USD' }),
      ],
      {
        convert: (amount, currency, when) => {
          asked.push(when);
          return `${amount} ${currency}@${when}`;
        },
      },
    );
    expect(entry(record, 'won')).toMatchObject({
      amount: '10',
      currency: 'EUR',
      amountReporting: '10 EUR@1',
    });
    expect(new Set(asked)).toEqual(new Set([1]));
  });

  test('a new amount replaces currency and rate together', () => {
    const events = [
      at(1, 'sql', { amount: '10', currency: 'USD' }),
      at(2, 'sal', { amount: '20', currency: 'XAU' }),
    ];
    expect(entry(derive(events), 'sal')).toMatchObject({ amount: '20', amountReporting: null });
    expect(entry(derive(events), 'sql')).toMatchObject({ amount: '10', amountReporting: '10' });
  });

  test('the literal unknown states nothing', () => {
    const record = derive([
      at(1, 'mql', { dimensions: { segment: 'small', motion: 'unknown' } }),
      at(2, 'sql', { dimensions: { segment: 'unknown' } }),
    ]);
    expect(entry(record, 'sql').dimensions).toMatchObject({
      segment: 'small',
      motion: 'new_business',
      channel: 'unknown',
    });
  });

  test('own value, then the account known at that moment, then unknown', () => {
    const record = derive(
      [
        at(1, 'mql'),
        at(2, 'sql', { accountId: 'a' }),
        at(3, 'sal', { dimensions: { segment: 'key' } }),
      ],
      {
        accountDimensions: (id) => (id === 'a' ? { segment: 'mid', region: 'unknown' } : undefined),
      },
    );
    const segments = (['mql', 'sql', 'sal'] as const).map(
      (s) => entry(record, s).dimensions.segment,
    );
    expect(segments).toEqual(['unknown', 'mid', 'key']);
    expect(entry(record, 'sql').dimensions.region).toBe('unknown');
  });

  test('a pod is the own one, carried; else that of the owner at that time', () => {
    const podOf = (owner: string, when: number) =>
      owner === 'li' && when < 10 ? 'north' : owner === 'li' ? 'south' : null;
    const record = derive(
      [
        at(1, 'mql', { dimensions: { owner: 'li' } }),
        at(20, 'sql'),
        at(21, 'sal', { dimensions: { pod: 'own' } }),
        at(22, 'won', { dimensions: { owner: 'wang' } }),
      ],
      { podOf },
    );
    const pods = (['mql', 'sql', 'sal', 'won'] as const).map(
      (s) => entry(record, s).dimensions.pod,
    );
    expect(pods).toEqual(['north', 'south', 'own', 'own']);
  });

  test('the pod of an owner who comes from the account', () => {
    const record = derive([at(1, 'mql', { accountId: 'a' })], {
      accountDimensions: () => ({ owner: 'li' }),
      podOf: (owner) => (owner === 'li' ? 'north' : null),
    });
    expect(entry(record, 'mql').dimensions).toMatchObject({ owner: 'li', pod: 'north' });
  });
});

describe('order', () => {
  test('at one instant: by stage, then event id, then source, by code point', () => {
    const owner = (name: string) => ({ dimensions: { owner: name } });
    const record = derive([
      at(5, 'sql', { eventId: '\u{1F600}', ...owner('third') }),
      at(5, 'sql', { eventId: '￼', source: 'b', ...owner('second') }),
      at(5, 'sql', { eventId: '￼', source: 'a', ...owner('first') }),
    ]);
    expect(entry(record, 'sql').dimensions.owner).toBe('first');
    expect(record.spans.map((span) => span.dimensions.owner)).toEqual(['third']);
  });

  test('won at the instant of lost wins; lost at the instant of sal loses', () => {
    expect(derive([at(5, 'won'), at(5, 'lost')]).spans.at(-1)?.outcome).toBe('won');
    expect(derive([at(5, 'lost'), at(5, 'sal')]).spans.at(-1)?.outcome).toBe('lost');
  });
});

describe('entries', () => {
  test('a skip: implied under one rule, open under the other', () => {
    const record = derive([at(1, 'mql'), at(5, 'sal')]);
    expect(entry(record, 'mql')).toMatchObject({ nextAt: 5, nextImplied: true, rule: 'implied' });
    expect(entry(record, 'mql', 'actual')).toMatchObject({ nextAt: null, rule: 'actual' });
    expect(entry(record, 'sql')).toMatchObject({ enteredAt: 5, implied: true, nextAt: 5 });
    expect(record.entries.some((one) => one.stage === 'sql' && one.rule === 'actual')).toBe(false);
    expect(entry(record, 'sal').rule).toBe('both');
  });

  test('the next stage counts at or after the entry under actual only', () => {
    const record = derive([at(1, 'sal'), at(4, 'sql'), at(7, 'sal')]);
    expect(entry(record, 'sql')).toMatchObject({ enteredAt: 1, implied: true, nextAt: 1 });
    expect(entry(record, 'sql', 'actual')).toMatchObject({ enteredAt: 4, nextAt: 7 });
    expect(entry(record, 'sql').outOfOrderAt).toBe(4);
    expect(entry(record, 'sal').outOfOrderAt).toBe(null);
  });

  test('a stage that is off implies, re-opens and hides', () => {
    const on = ['mql', 'sal', 'won'] as const;
    const record = derive([at(1, 'lost'), at(3, 'sql'), at(9, 'won')], { stagesOn: on });
    expect(record.entries.map((one) => one.stage)).toEqual(['mql', 'sal', 'won']);
    expect(entry(record, 'mql')).toMatchObject({ enteredAt: 3, implied: true, nextAt: 9 });
    expect(record.spans.map((span) => [span.stage, span.inStock, span.outcome])).toEqual([
      [null, false, 'lost'],
      ['mql', true, 'open'],
      ['won', true, 'won'],
    ]);
  });

  test('movements imply nothing', () => {
    const record = derive([at(1, 'renewed', { amount: '5', currency: 'USD' }), at(2, 'expanded')]);
    expect(record.entries).toEqual([]);
    expect(record.movements.map((one) => [one.ordinal, one.movement])).toEqual([
      [1, 'renewed'],
      [2, 'expanded'],
    ]);
    expect(record.movements.map((one) => [one.amountReporting, one.ownAmountReporting])).toEqual([
      ['5', '5'],
      ['5', null],
    ]);
  });
});

describe('terminal outcome', () => {
  const outcomes = (events: Parameters<typeof derive>[0]) =>
    derive(events).spans.map((span) => [span.outcome, span.outcomeAt]);

  test('re-opened by a stage or a movement, not by churn', () => {
    expect(outcomes([at(1, 'lost'), at(2, 'churned'), at(3, 'expanded')])).toEqual([
      ['lost', 1],
      ['lost', 1],
      ['open', null],
    ]);
  });

  test('the last end stands; nothing but an end changes won', () => {
    expect(outcomes([at(1, 'lost'), at(2, 'no_decision'), at(3, 'won'), at(4, 'sql')])).toEqual([
      ['lost', 1],
      ['no_decision', 2],
      ['won', 3],
      ['won', 3],
    ]);
  });

  test('lost after won ends onboarding, the win stays', () => {
    const record = derive([at(1, 'sal'), at(2, 'won'), at(5, 'lost')]);
    const lost = { outcome: 'lost', outcomeAt: 5 } as const;
    expect(entryOutcome(entry(record, 'sal'), lost, 9)).toEqual({
      outcome: 'advanced',
      endedAt: 2,
    });
    expect(entryOutcome(entry(record, 'won'), lost, 9)).toEqual({ outcome: 'lost', endedAt: 5 });
    expect(entry(record, 'won').outcomeChanges).toBe(2);
  });

  test('churn and end at the same instant: the end of the record counts', () => {
    const record = derive([at(1, 'won'), at(5, 'churned'), at(5, 'no_decision')]);
    const end = { outcome: 'no_decision', outcomeAt: 5 } as const;
    expect(entryOutcome(entry(record, 'won'), end, 9).outcome).toBe('no_decision');
  });

  test('churn after the next stage, or before the entry, is not the end of it', () => {
    const open = { outcome: 'won', outcomeAt: 3 } as const;
    const record = derive([at(2, 'churned'), at(3, 'won'), at(4, 'onboarded'), at(6, 'churned')]);
    expect(entryOutcome(entry(record, 'won'), open, 9).outcome).toBe('advanced');
    expect(entryOutcome(entry(record, 'onboarded'), open, 9)).toEqual({
      outcome: 'lost',
      endedAt: 6,
    });
    expect(entryOutcome(entry(record, 'onboarded'), open, 5).outcome).toBe('open');
    expect(entry(derive([at(2, 'churned'), at(3, 'won')]), 'won').churnedAt).toBe(null);
  });
});

describe('spans', () => {
  test('a backward move opens a new stay, another event in the same stage does not', () => {
    const { spans } = derive([
      at(1, 'sal'),
      at(2, 'renewed'),
      at(3, 'sql'),
      at(4, 'sal'),
      at(5, 'sal'),
    ]);
    expect(spans.map((span) => [span.stage, span.staySince])).toEqual([
      ['sal', 1],
      ['sal', 1],
      ['sql', 3],
      ['sal', 4],
      ['sal', 4],
    ]);
  });

  test('coming back into stock opens a new stay', () => {
    const { spans } = derive([
      at(1, 'won'),
      at(2, 'churned'),
      at(3, 'renewed'),
      at(4, 'onboarded'),
    ]);
    expect(spans.map((span) => [span.inStock, span.staySince])).toEqual([
      [true, 1],
      [false, null],
      [false, null],
      [true, 4],
    ]);
  });

  test('events at one instant collapse to the state after the last', () => {
    const { spans } = derive([at(1, 'mql'), at(4, 'won'), at(4, 'churned'), at(4, 'sal')]);
    expect(spans.map((span) => [span.fromAt, span.toAt, span.inStock])).toEqual([
      [1, 4, true],
      [4, null, false],
    ]);
  });
});
