import * as analysis from './analysisExamples.ts';
import type { ExampleValues } from './exampleValue.ts';
import * as funnel from './funnelExamples.ts';
import * as loop from './loopExamples.ts';
import type { Metric } from './metrics.ts';
import * as plan from './planExamples.ts';

/** The worked examples, computed by the mathematics that they explain: they cannot go stale. */
export function metricExamples(): Record<Metric, ExampleValues> {
  return {
    entries: funnel.entriesExample(),
    stock: funnel.stockExample(),
    amount: funnel.amountExample(),
    rate: funnel.rateExample(),
    flows: funnel.flowsExample(),
    fromFirst: funnel.fromFirstExample(),
    interval: funnel.intervalExample(),
    matured: funnel.maturedExample(),
    days: funnel.daysExample(),
    winRate: funnel.winRateExample(),
    change: funnel.changeExample(),
    arr: loop.arrExample(),
    bridge: loop.bridgeExample(),
    growth: loop.growthExample(),
    nrr: loop.nrrExample(),
    grr: loop.grrExample(),
    logos: loop.logosExample(),
    renewal: loop.renewalExample(),
    atRisk: loop.atRiskExample(),
    grace: loop.graceExample(),
    recurringShare: loop.recurringShareExample(),
    forecast: plan.forecastExample(),
    forecastChange: plan.forecastChangeExample(),
    moves: analysis.movesExample(),
    stuck: analysis.stuckExample(),
    handOff: analysis.handOffExample(),
    mix: analysis.mixExample(),
    product: analysis.productExample(),
    gap: analysis.gapExample(),
    break: analysis.breakExample(),
  };
}
