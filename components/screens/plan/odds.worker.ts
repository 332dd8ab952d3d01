import { type OddsAsked, planOdds } from '#lib/view/plan/planOdds.ts';

type Asked = { id: number; asked: readonly (OddsAsked & { id: string })[] };

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const told = data.asked.map(({ id, ...one }) => ({ id, ...planOdds(one) }));
  postMessage({ id: data.id, told });
});
