import { type OddsAsked, planOdds } from '#lib/view/plan/planOdds.ts';

type Asked = { id: number; asked: OddsAsked };

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  postMessage({ id: data.id, told: planOdds(data.asked) });
});
