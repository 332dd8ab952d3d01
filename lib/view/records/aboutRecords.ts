import { metricAnchor, stageAnchor } from '../definitions/definitionLink.ts';
import type { ApiParams } from '../homeState.ts';
import { stageName, type Text } from '../text.ts';
import type { Drill } from './drill.ts';

/** What a list of records is: its title, what was counted, and where that is defined. */
export type About = { title: Text; says: Text; anchor: string };

/** Of a list within the question that asks for it. */
export function aboutRecords({ selection }: Drill, params: ApiParams): About {
  switch (selection.kind) {
    case 'stage': {
      const { stage } = selection;
      const stock = params.clock === 'snapshot';
      const says = { key: `records.says.${stock ? 'stock' : 'stage'}`, values: named({ stage }) };
      const anchor = stock ? metricAnchor('stock') : stageAnchor(stage);
      return { title: stageName(stage), says, anchor };
    }
    case 'event': {
      const { event } = selection;
      const title = { key: `terms.movement.${event}` };
      return { title, says: { key: 'records.says.event' }, anchor: stageAnchor(event) };
    }
    case 'movement': {
      const title = { key: `loop.movement.${selection.movement}` };
      return { title, says: { key: 'records.says.movement' }, anchor: metricAnchor('bridge') };
    }
    case 'retention': {
      const { retention } = selection;
      const anchor = metricAnchor(retention === 'base' ? 'nrr' : 'logos');
      const title = { key: `loop.retained.${retention}` };
      return { title, says: { key: 'records.says.retention' }, anchor };
    }
    case 'paying': {
      const title = { key: 'loop.retained.paying' };
      return { title, says: { key: 'records.says.paying' }, anchor: metricAnchor('arr') };
    }
    case 'pipeline': {
      const title = { key: `records.pipeline.${selection.pipeline}` };
      const anchor = metricAnchor('forecastChange');
      return { title, says: { key: 'records.says.pipeline' }, anchor };
    }
    case 'revenue':
      return {
        title: { key: 'loop.growth.oneOff' },
        says: { key: 'records.says.revenue' },
        anchor: metricAnchor('recurringShare'),
      };
    case 'renewal': {
      const title = { key: `loop.renewals.list.${selection.renewal}` };
      return { title, says: { key: 'records.says.renewal' }, anchor: metricAnchor('renewal') };
    }
    case 'conversion': {
      const values = named({ from: selection.from, to: selection.to });
      const pair = { key: 'home.pair', values };
      const part = partOf(params);
      const says = { key: `records.says.${part ?? 'conversion'}`, values };
      const title = part === null ? pair : { key: `records.part.${part}`, values: { pair } };
      return { title, says, anchor: anchorOf(part, params) };
    }
  }
}

type Part = 'skipped' | 'regressed' | 'rejected' | 'timed' | 'stuck' | 'pair' | 'giver' | 'ended';

/** Which part of a conversion the question asks for; null: all, or one outcome. */
function partOf(params: ApiParams): Part | null {
  const { set } = params;
  if (set === 'rejected' || set === 'skipped' || set === 'regressed' || set === 'stuck') return set;
  if (params.taker !== undefined || params.taker_role !== undefined) return 'pair';
  if (set === 'timed') return set;
  if (params.giver !== undefined || params.giver_role !== undefined) return 'giver';
  return params.days_from === undefined && params.days_to === undefined ? null : 'ended';
}

function anchorOf(part: Part | null, { clock }: ApiParams): string {
  if (part === 'stuck') return metricAnchor('stuck');
  if (part === 'timed' || part === 'ended') return metricAnchor('days');
  if (part === 'pair' || part === 'giver' || part === 'rejected') return metricAnchor('handOff');
  if (part === 'skipped' || part === 'regressed') return metricAnchor('moves');
  return metricAnchor(clock === 'period' ? 'flows' : 'rate');
}

function named(stages: Record<string, string>): Record<string, Text> {
  return Object.fromEntries(
    Object.entries(stages).map(([name, stage]) => [name, stageName(stage)]),
  );
}
