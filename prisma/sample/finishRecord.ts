import { dayText, MINUTES, type Moment } from './calendar.ts';
import type { Random } from './random.ts';
import type { Draft, Pursuit, SampleEvent } from './types.ts';

type Arrived = { arrival: Moment; event: SampleEvent };
type Clock = { start: Moment; cutoff: Moment; toInstant: (moment: Moment) => string };

const LATE_SHARE = 0.012;
const CORRECTED_SHARE = 0.02;

const money = (amount: number): string => amount.toFixed(2);

/** What the record is goes on its first event and is carried forward from there. */
function opening({ tier, channel, region, product, motion }: Pursuit): Partial<SampleEvent> {
  return {
    segment: tier,
    channel,
    product,
    ...(region ? { region } : {}),
    ...(motion === 'new_business' ? {} : { motion }),
  };
}

function toEvent(pursuit: Pursuit, draft: Draft, n: number, occurred_at: string): SampleEvent {
  return {
    event_id: `${pursuit.recordId}.${n}`,
    record_id: pursuit.recordId,
    stage: draft.stage,
    occurred_at,
    ...(n === 1 ? opening(pursuit) : {}),
    ...(draft.accountId ? { account_id: draft.accountId } : {}),
    ...(draft.owner ? { owner: draft.owner } : {}),
    ...(draft.amount === undefined
      ? {}
      : { amount: money(draft.amount), currency: pursuit.currency }),
    ...(draft.closeDate === undefined ? {} : { close_date: dayText(draft.closeDate) }),
  };
}

/** Drafts to rows as they arrive: what is not yet history or has not yet arrived is left out. */
export function finishRecord(
  random: Random,
  pursuit: Pursuit,
  drafts: readonly Draft[],
  { start, cutoff, toInstant }: Clock,
): Arrived[] {
  const rows: Arrived[] = [];
  const happened = drafts
    .filter(({ at }) => at >= start && at < cutoff)
    .sort((a, b) => a.at - b.at);
  happened.forEach((draft, index) => {
    const event = toEvent(pursuit, draft, index + 1, toInstant(draft.at));
    const advance = draft.stage === 'sal' || draft.stage === 'won';
    const wrongAt = draft.at + random.whole(1, 4) * MINUTES;
    if (advance && random.chance(CORRECTED_SHARE) && wrongAt + MINUTES < cutoff) {
      rows.push({ arrival: wrongAt, event: { ...event, occurred_at: toInstant(wrongAt) } });
      rows.push({ arrival: wrongAt + MINUTES, event: { ...event, version: 1 } });
      return;
    }
    const delay = index > 0 && random.chance(LATE_SHARE) ? random.whole(2, 35) * MINUTES : 0;
    rows.push({ arrival: draft.at + delay, event });
  });
  return rows.filter(({ arrival }) => arrival < cutoff);
}
