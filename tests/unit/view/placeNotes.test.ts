import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '#lib/contract/annotations.ts';
import { addDays } from '#lib/view/days.ts';
import { noteFaults, wholeNote } from '#lib/view/notes/noteFault.ts';
import { flagsOf, notesIn, placeNotes, withNotes } from '#lib/view/notes/placeNotes.ts';

const months = ['01', '02', '03', '04'].map((month, index) => ({
  from: `2026-${month}-01`,
  to: `2026-0${index + 2}-01`,
}));

function note(on: string, through: string | null = null, text = on): Annotation {
  return { id: text, on, through, text, author: null, created_at: '', updated_at: '' };
}

describe('placeNotes', () => {
  it('stands in the period of its day; the end of a period is the next one', () => {
    const notes = [note('2026-02-28'), note('2026-03-01'), note('2025-12-31'), note('2026-05-01')];
    expect(placeNotes(notes, months).map(({ first, last }) => [first, last])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('reaches from the first to the last period that it touches, cut at the edges', () => {
    const reach = (on: string, through: string) =>
      placeNotes([note(on, through)], months).map(({ first, last }) => [first, last]);
    expect(reach('2026-01-31', '2026-03-01')).toEqual([[0, 2]]);
    expect(reach('2025-06-01', '2026-01-01')).toEqual([[0, 0]]);
    expect(reach('2025-06-01', '2027-01-01')).toEqual([[0, 3]]);
    expect(reach('2025-06-01', '2025-12-31')).toEqual([]);
  });

  it('numbers by the days, and gives periods with several one flag', () => {
    const days = [
      '2026-04-02',
      '2026-01-09',
      '2026-02-03',
      '2026-02-01',
      '2026-04-01',
      '2026-04-30',
    ];
    const flags = flagsOf(
      placeNotes(
        days.map((day) => note(day)),
        months,
      ),
    );
    expect(flags.map(({ slot, tag }) => [slot, tag])).toEqual([
      [0, '1'],
      [1, '2, 3'],
      [3, '4–6'],
    ]);
    expect(flags[1]?.notes.map((one) => one.note.on)).toEqual(['2026-02-01', '2026-02-03']);
  });

  it('shows every note that touches the axis once, and tells it in every period it touches', () => {
    const day = fc.integer({ min: -40, max: 160 }).map((days) => addDays('2026-01-01', days));
    const any = fc.tuple(day, fc.option(fc.integer({ min: 0, max: 90 })), fc.uuid());
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ([, , id]) => id }), (given) => {
        const notes = given.map(([on, more, id]) =>
          note(on, more === null ? null : addDays(on, more), id),
        );
        const placed = placeNotes(notes, months);
        const touching = notes.filter(
          ({ on, through }) => on < '2026-05-01' && (through ?? on) >= '2026-01-01',
        );
        expect(placed.map((one) => one.note.id).sort()).toEqual(
          touching.map(({ id }) => id).sort(),
        );
        expect(placed.map(({ number }) => number)).toEqual(placed.map((_, index) => index + 1));
        const flagged = flagsOf(placed).flatMap(({ notes: some }) => some.map((one) => one.number));
        expect(flagged).toEqual(placed.map(({ number }) => number));
        months.forEach((slot, index) => {
          const told = notesIn(placed, slot).map(({ number }) => number);
          const reaching = placed.filter(({ first, last }) => first <= index && index <= last);
          expect(told).toEqual(reaching.map(({ number }) => number));
        });
      }),
    );
  });
});

describe('withNotes', () => {
  const table = [['from', 'rate'], ...months.map(({ from }) => [from, 0.5])];

  it('adds a column where there are notes, days as the wire writes them', () => {
    const notes = [
      { ...note('2026-02-09', null, 'New pricing'), author: 'Ann' },
      note('2026-01-31', '2026-02-02', 'fair'),
    ];
    expect(withNotes(table, months, placeNotes(notes, months)).map((row) => row.at(-1))).toEqual([
      'notes',
      '2026-01-31 - 2026-02-02: fair',
      '2026-01-31 - 2026-02-02: fair; 2026-02-09: New pricing (Ann)',
      '',
      '',
    ]);
  });

  it('leaves a table without notes as it is', () => {
    expect(withNotes(table, months, placeNotes([note('2027-01-01')], months))).toEqual(table);
  });
});

describe('a draft', () => {
  const draft = { on: '2026-05-01', through: '', text: ' New pricing ', author: ' ' };

  it('is whole without the blanks', () => {
    const whole = { on: '2026-05-01', through: null, text: 'New pricing', author: null };
    expect(wholeNote(draft)).toEqual(whole);
    expect(wholeNote({ ...draft, through: '2026-05-01' })).toEqual(whole);
    expect(Object.values(noteFaults(draft))).not.toContain(true);
  });

  it.each([
    ['on', { on: '' }],
    ['through', { through: '2026-04-30' }],
    ['text', { text: '  ' }],
    ['text', { text: 'x'.repeat(501) }],
    ['author', { author: 'x'.repeat(81) }],
  ] as const)('has a fault in %s', (field, change) => {
    const faults = noteFaults({ ...draft, ...change });
    expect(Object.entries(faults).filter(([, wrong]) => wrong)).toEqual([[field, true]]);
  });
});
