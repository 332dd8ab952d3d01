import type { Fate } from '#lib/bowtie/forecast/fates.ts';
import { ARR_MOVEMENTS } from '#lib/bowtie/loopMovements.ts';
import { LADDER, type LadderStage, MOVEMENTS } from '#lib/bowtie/stages.ts';
import { Refusal } from '#lib/contract/errors.ts';
import type { Clock } from '#lib/contract/query.ts';
import type { Fault, Retained } from '#lib/contract/vocabulary.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { EntryRows, EventRows, OneOffRows, StockRows } from '#lib/store/recordQuestion.ts';
import { pairsOf } from './composeBowtie.ts';
import { givenOf, type NarrowingParams, selectConversion } from './conversionSelector.ts';
import type { LoopSelector } from './loop/loopRows.ts';

/** The selector of GET /records, as it was asked. */
export type SelectorParams = NarrowingParams & {
  stage?: string | undefined;
  conversion?: string | undefined;
  movement?: string | undefined;
  renewal?: string | undefined;
  retention?: Retained | undefined;
  event?: string | undefined;
  pipeline?: Fate | undefined;
  fault?: Fault | undefined;
  revenue?: 'one_off' | undefined;
};

/** Rows that a table holds, those stuck between two stages, or rows of the loop in money. */
export type Selected =
  | EntryRows
  | StockRows
  | EventRows
  | OneOffRows
  | { stuck: readonly [LadderStage, LadderStage] }
  | { fate: Fate }
  | { loop: LoopSelector };

const RENEWALS = ['due', 'renewed', 'churned', 'open'] as const;

/** Which rows a selector means under a clock; refusals name the field. */
export function selectRecords(params: SelectorParams, clock: Clock, org: Org): Selected {
  const { stage, conversion, movement, renewal, retention, event, ...more } = params;
  const { pipeline, revenue, fault, ...narrowing } = more;
  const given = Object.entries({
    ...{ stage, conversion, movement, renewal, retention, event, pipeline, revenue },
  }).filter(([, value]) => value);
  const [only, second] = given;
  if (only === undefined) {
    throw refusal(
      'stage',
      'choose the rows by stage, conversion, movement, renewal, retention, event, pipeline or revenue',
    );
  }
  if (second !== undefined) throw refusal(second[0], `cannot be combined with "${only[0]}"`);
  if (fault !== undefined && (!stage || clock === 'snapshot')) {
    throw refusal('fault', 'needs a stage whose entries it is of');
  }
  if (conversion) return selectConversion(narrowing, findConversion(conversion, org), clock);
  const [other] = narrowing.outcome === undefined ? givenOf(narrowing) : ['outcome'];
  if (other !== undefined) throw refusal(other, 'needs a conversion');
  if (stage) return byStage(stage, clock, org, fault);
  if (movement) return { loop: { movement: oneOf(ARR_MOVEMENTS, 'movement', movement) } };
  if (pipeline) return { fate: pipeline };
  if (retention) return { loop: { retention } };
  if (renewal) return { loop: { renewal: oneOf(RENEWALS, 'renewal', renewal) } };
  const { currency, segmentRule } = org;
  if (revenue) return { from: 'one_off', currency, segmentRule };
  return { from: 'events', movement: oneOf(MOVEMENTS, 'event', event ?? ''), currency };
}

function oneOf<T extends string>(known: readonly T[], path: string, asked: string): T {
  const found = known.find((one) => one === asked);
  if (found !== undefined) return found;
  throw refusal(path, `must be one of ${known.join(', ')}`);
}

function byStage(asked: string, clock: Clock, org: Org, fault: Fault | undefined): Selected {
  const stage = org.stages.find((one) => one === asked);
  if (stage === undefined) {
    throw refusal('stage', `must be a ladder stage that is on: ${org.stages.join(', ')}`);
  }
  if (clock === 'snapshot') return { stage, from: 'stock' };
  const judged = stage !== org.stages.at(-1);
  const doubt = fault === undefined ? null : { fault, zone: org.timeZone };
  return { stage, from: 'entries', judged, outcomes: null, narrowing: null, doubt };
}

/** The two stages of `sal>won`: neighbours among the stages that are on. */
export function findConversion(asked: string, org: Org): [LadderStage, LadderStage] {
  const pairs = pairsOf(org.stages);
  const found = pairs.find(([from, to]) => asked === `${from}>${to}`);
  if (found !== undefined) return found;
  const known = asked.split('>').every((part) => (LADDER as readonly string[]).includes(part));
  const choice = pairs.map((pair) => pair.join('>')).join(', ');
  throw refusal('conversion', `${known ? 'must join neighbours' : 'must be one of'}: ${choice}`);
}

function refusal(path: string, message: string): Refusal {
  return new Refusal('invalid_request', `${path}: ${message}`, [{ path, message }]);
}
