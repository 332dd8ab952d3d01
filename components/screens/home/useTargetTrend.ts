import { useQuery } from '@tanstack/react-query';
import { planTargetsOptions } from '#lib/query/planTargetsOptions.ts';
import { planTrackOptions } from '#lib/query/planTrackOptions.ts';
import { trendOptions } from '#lib/query/trendOptions.ts';
import { type HomeState, metricParamsOf } from '#lib/view/homeState.ts';
import type { Calendar } from '#lib/view/periods.ts';
import { prepareTargets } from '#lib/view/prepareTargets.ts';
import type { TrendMetric } from '#lib/view/trendMetric.ts';

const HALF = 0.5;

type Asked = { org: string; metric: TrendMetric; state: HomeState; calendar: Calendar };

/** What came and what the plan asks: the same question to both, so the same intervals. */
export function useTargetTrend({ org, metric, state, calendar }: Asked) {
  const track = useQuery(planTrackOptions(org));
  const plan = track.data?.data.track?.plan ?? null;
  const canSum = metric.kind === 'entries' && plan !== null;
  const sum = canSum && state.pace === 'sum';
  const params = metricParamsOf(state, calendar, { id: metric.id, plan: sum ? plan : null });
  const trend = useQuery({ ...trendOptions(org, params), enabled: !track.isPending });
  const targets = useQuery({ ...planTargetsOptions(org, params), enabled: !track.isPending });
  const points = trend.data?.data.total.points ?? [];
  const told = targets.data?.data;
  return {
    canSum,
    sum,
    plan: told?.plan ?? null,
    missing: told?.missing ?? null,
    ready: trend.data !== undefined && told !== undefined,
    error: trend.error ?? targets.error,
    stale: trend.isPlaceholderData || targets.isPlaceholderData,
    busy: trend.isFetching || targets.isFetching,
    retry: () => Promise.all([trend.refetch(), targets.refetch()]),
    dots: prepareTargets(points, told?.points ?? [], {
      ...{ today: calendar.today, sum, grain: state.grain, plan: told?.plan ?? null },
      least: metric.kind === 'entries' ? HALF : 0,
    }),
  };
}
