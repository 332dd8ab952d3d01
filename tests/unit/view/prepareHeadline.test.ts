import { describe, expect, test } from 'vitest';
import { createFormat } from '#lib/view/createFormat.ts';
import { prepareBowtie } from '#lib/view/prepareBowtie.ts';
import { prepareHeadline } from '#lib/view/prepareHeadline.ts';
import { bowtie } from './answers.ts';

const format = createFormat('en', { currency: 'USD', timeZone: 'UTC' });
const say = (
  total: ReturnType<typeof bowtie>,
  clock: 'cohort' | 'period' | 'snapshot' = 'cohort',
) => prepareHeadline(prepareBowtie(total, null, clock), format);

describe('as strong as the data allows', () => {
  test('one in so many', () => {
    const said = say(bowtie({ prospect: 9600, mql: 1900, won: 100 }));
    expect(said.key).toBe('home.say.oneIn.final');
    expect(said.values?.one).toBe('96');
  });

  test('a share where it is large', () => {
    const said = say(bowtie({ sal: 8300, won: 4238 }));
    expect(said.key).toBe('home.say.percent.final');
    expect(said.values).toMatchObject({ rate: '51.1%', m: '4,238', n: '8,300' });
  });

  test('"so far" while entries may still advance', () => {
    expect(say(bowtie({ sal: 8300, won: 100 }, { open: 1589 })).key).toBe('home.say.oneIn.sofar');
  });

  test('directional below 20, no rate below 5', () => {
    expect(say(bowtie({ sal: 19, won: 3 })).key).toBe('home.say.hint.final');
    expect(say(bowtie({ sal: 4, won: 4 })).key).toBe('home.say.few');
  });

  test('none is said as none', () => {
    expect(say(bowtie({ sal: 300, won: 0 })).key).toBe('home.say.none.final');
  });

  test('an empty period says so', () => {
    expect(say(bowtie({ sal: 0, won: 0 })).key).toBe('home.say.nothing');
    expect(say(bowtie({ sal: 0, won: 3 })).key).toBe('home.say.noBase');
  });
});

test('flows are told as flows', () => {
  expect(say(bowtie({ sal: 10, won: 30 }), 'period').values).toMatchObject({ n: '10', m: '30' });
});

test('a stock is told by count, worth and its fullest stage', () => {
  const said = say(bowtie({ mql: 70, sql: 20, won: 500 }, { amounts: { sql: 9000 } }), 'snapshot');
  expect(said.key).toBe('home.say.stock.worth');
  expect(said.values).toMatchObject({ n: '90', most: '70', amount: '$9K' });
});

test('a single stage is only counted', () => {
  expect(say(bowtie({ won: 12 })).key).toBe('home.say.only');
});
