import { createTranslator } from 'next-intl';
import { describe, expect, it, test } from 'vitest';
import { DEFINED_STAGES } from '#lib/contract/criteria.ts';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { createFormat } from '#lib/view/createFormat.ts';
import { definitionLink, metricAnchor, stageAnchor } from '#lib/view/definitions/definitionLink.ts';
import { exampleSentence } from '#lib/view/definitions/exampleValue.ts';
import { metricExamples } from '#lib/view/definitions/metricExamples.ts';
import { METRICS, type Metric } from '#lib/view/definitions/metrics.ts';
import { stageFacts } from '#lib/view/definitions/stageFacts.ts';
import type { Text } from '#lib/view/text.ts';

const metrics: Metric[] = Object.values(METRICS).flat();

async function speaker(locale: (typeof LOCALES)[number]) {
  const faults: string[] = [];
  const messages = await loadMessages(locale);
  const onError = (error: Error) => faults.push(error.message);
  const t = createTranslator({ locale, messages, onError });
  const say = ({ key, values = {} }: Text): string => {
    const plain = Object.entries(values).map(([name, value]) => {
      return [name, typeof value === 'object' ? say(value) : value];
    });
    return t(key as never, Object.fromEntries(plain) as never);
  };
  return { say, faults };
}

const place = { currency: 'USD', timeZone: 'UTC' };

/** By hand, with the formulas that the page prints: a changed result must be noticed here. */
const IN_ENGLISH: Record<Metric, string> = {
  entries:
    'A record has an event for MQL on Jan 5, 2026 and one for SAL on Jan 9, 2026, none between. It counts 3 entries: MQL on Jan 5, 2026, and SQL (implied) and SAL on Jan 9, 2026.',
  stock:
    'A record enters MQL on Jan 5, 2026 and SAL on Jan 9, 2026, and is lost on Jan 20, 2026. At the start of Jan 15, 2026 it is in the stock of SAL; at the start of Feb 1, 2026 0 stages hold it.',
  amount:
    'One record of $12,000 and one of 10,000 in another currency at a rate of 1.1 make $23,000.',
  rate: '1,200 records entered, 120 of them advanced: 10.0%.',
  flows: '40 entries into one stage and 60 into the next, in the same month: 150.0%.',
  fromFirst: '30 of 1,200 have come through: 2.5%.',
  interval: '10.0% of 120 records: 5.8–16.7%. The same rate of 1,200 records: 8.4–11.8%.',
  matured:
    'Of 100 entries 20 advanced after 10 days, 20 after 20 days, 20 were lost after 30 days, and 40 are open, 15 days old. So far 40.0%; matured 60.0% within 30d.',
  days: '5 records took 4, 10, 12, 20 and 46 days: median 12d, middle half 10d to 20d.',
  winRate:
    '30 won, 50 lost, 20 undecided, 100 open: 30.0% of closed. Without the undecided 37.5%; of all, open ones included, 15.0%.',
  change: '20.0% then, 25.0% now: +5.0 points.',
  arr: 'A contract of $12,000 a year, and a second of $3,600 from Feb 1, 2026 to Aug 1, 2026: $15,600 on Mar 1, 2026, $12,000 on Sep 1, 2026.',
  bridge:
    '$240,000 + $70,000 new + $50,000 expansion − $20,000 contraction − $80,000 churn = $260,000.',
  growth: 'From $240,000 to $260,000: 8.3%.',
  nrr: 'Three customers paid $240,000: one went from $100,000 to $150,000, one of $80,000 left, one shrank from $60,000 to $40,000. NRR 79.2%.',
  grr: 'Of $240,000: the one that grew to $150,000 counts with $100,000, the one of $80,000 that left with nothing, the one that shrank from $60,000 with $40,000. GRR 58.3%.',
  logos: '2 of 3 customers still pay: 66.7%.',
  atRisk:
    'A contract ended on Jun 30, 2026 and nothing follows: on Jul 10, 2026 it is past due. Another account paid less from Feb 1, 2026 on: its open contracts are at risk.',
  grace:
    'One contract ends on Jun 1, 2026, the next starts on Jun 11, 2026. With a grace of 14 days the gap of 10 days is no churn and no return.',
  recurringShare: '$120,000 of ARR bring $10,000 in January; $2,500 were sold once: 80.0% recurs.',
  renewal: '10 contracts fall due: 7 renewed, 1 churned, 2 undecided. 87.5%.',
  forecast:
    '6 open records, each with a chance of 50.0% to be won in time: 3 wins of $10,000 are $30,000. With $200,000 today that is $230,000.',
  forecastChange:
    'Six open records counted for half a win of $10,000 each. Two were won: $10,000. One was lost: -$5,000. Three waited: $0. Together $5,000.',
  moves:
    'Of 80 entries 12 had no event of their own: 15.0%. Of 40 that advanced 2 came back: 5.0%.',
  stuck: 'Those that advanced took 8, 10 and 20 days, median 10d: longer than 15d is stuck.',
  handOff: '60 handed on, 45 taken over, 10 rejected, 5 open: 75.0%.',
  mix: 'One group converts at 20.0%, the other at 60.0%, both unchanged. The first grows from 50.0% to 80.0% of the entries: overall 40.0% becomes 28.0%, −12.0 points by mix and 0.0 by rate.',
  product:
    'Entries rise from 100 to 120, the rate from 20.0% to 25.0%: $20,000 become $30,000, $4,500 by entries and $5,500 by the rate.',
  break:
    'In each of six weeks 30 of 40 advance, then in each of six weeks 12 of 40: the change is at week 7, from 75.0% to 30.0%.',
  gap: '100 entries in 73d, 50.0% instead of 80.0%, 50.0% of them win later, $1,000 a win: 15 wins and $15,000 more, $75,000 a year.',
};

test.each(metrics)('the worked example of %s says what lib/bowtie computes', async (metric) => {
  const { say, faults } = await speaker('en');
  const format = createFormat('en', place);
  expect(say(exampleSentence(metric, metricExamples()[metric], format))).toBe(IN_ENGLISH[metric]);
  expect(faults).toEqual([]);
});

describe.each(LOCALES)('%s', (locale) => {
  it('has the words of every stage, metric and example', async () => {
    const { say, faults } = await speaker(locale);
    const format = createFormat(locale, place);
    for (const metric of metrics) {
      const key = `definitions.metric.${metric}`;
      for (const part of ['name', 'says', 'formula']) say({ key: `${key}.${part}` });
      say(exampleSentence(metric, metricExamples()[metric], format));
    }
    for (const stage of DEFINED_STAGES) {
      for (const part of ['says', 'criterion']) say({ key: `definitions.stage.${stage}.${part}` });
      const { long, owner } = stageFacts(stage);
      for (const text of [long, owner]) if (text) say(text);
    }
    expect(faults).toEqual([]);
  });
});

it('names the key moment that ends in a stage', () => {
  expect(DEFINED_STAGES.map((stage) => stageFacts(stage).label)).toEqual([
    ...[null, 'CR1', 'CR2', 'CR3', 'CR4', 'CR6', null, 'CR7', 'CR8', null, null, null, null],
  ]);
});

it('leads to the wording of the last day of a period', () => {
  expect(definitionLink('acme', stageAnchor('sal'), '2026-03-01')).toBe(
    '/acme/definitions?on=2026-02-28#stage-sal',
  );
  expect(definitionLink('acme', metricAnchor('nrr'), null)).toBe('/acme/definitions#metric-nrr');
});
