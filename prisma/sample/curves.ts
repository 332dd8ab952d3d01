import { type Day, isWorkday, monthOf, weekday } from './calendar.ts';
import type { Step, Tier } from './types.ts';

/** Median days and spread of a lognormal. */
type Lag = readonly [median: number, sigma: number];

type TierCurve = {
  /** New prospects in 24 months. */
  prospects: number;
  rates: Record<Step, number>;
  lags: Record<Step, Lag>;
  /** Days until a pursuit that does not advance is ended. */
  leaks: Record<Step, Lag>;
  /** Share of those that nobody ends: they stay open. */
  forgotten: Record<Step, number>;
  amount: Lag;
  discount: number;
  /** Customers won before the history begins. */
  installed: number;
  onboard: { rate: number; lag: Lag };
  adopt: { rate: number; lag: Lag };
  /** Per term of twelve months. */
  renew: number;
  contract: number;
  uplift: number;
  cancel: number;
  lateRenewal: number;
  /** Expansions per customer and year, and the share of ARR that each adds. */
  expansions: number;
  growth: readonly [low: number, high: number];
};

export const CURVES: Record<Tier, TierCurve> = {
  small: {
    prospects: 15_600,
    rates: { 'prospect>mql': 0.27, 'mql>sql': 0.3, 'sql>sal': 0.85, 'sal>won': 0.28 },
    lags: {
      'prospect>mql': [3, 1],
      'mql>sql': [3.5, 0.9],
      'sql>sal': [2, 0.8],
      'sal>won': [17, 0.7],
    },
    leaks: {
      'prospect>mql': [40, 0.5],
      'mql>sql': [24, 0.6],
      'sql>sal': [9, 0.7],
      'sal>won': [21, 0.8],
    },
    forgotten: { 'prospect>mql': 0.16, 'mql>sql': 0.1, 'sql>sal': 0.06, 'sal>won': 0.05 },
    amount: [5200, 0.45],
    discount: 0.06,
    installed: 110,
    onboard: { rate: 0.94, lag: [5, 0.6] },
    adopt: { rate: 0.82, lag: [28, 0.5] },
    renew: 0.88,
    contract: 0.07,
    uplift: 0.25,
    cancel: 0.03,
    lateRenewal: 0.14,
    expansions: 0.4,
    growth: [0.15, 0.45],
  },
  mid: {
    prospects: 8_200,
    rates: { 'prospect>mql': 0.27, 'mql>sql': 0.34, 'sql>sal': 0.88, 'sal>won': 0.22 },
    lags: {
      'prospect>mql': [9, 0.9],
      'mql>sql': [8, 0.8],
      'sql>sal': [4, 0.7],
      'sal>won': [46, 0.6],
    },
    leaks: {
      'prospect>mql': [65, 0.5],
      'mql>sql': [38, 0.6],
      'sql>sal': [16, 0.7],
      'sal>won': [50, 0.8],
    },
    forgotten: { 'prospect>mql': 0.14, 'mql>sql': 0.1, 'sql>sal': 0.07, 'sal>won': 0.06 },
    amount: [21_000, 0.4],
    discount: 0.1,
    installed: 44,
    onboard: { rate: 0.96, lag: [13, 0.4] },
    adopt: { rate: 0.88, lag: [55, 0.4] },
    renew: 0.9,
    contract: 0.07,
    uplift: 0.4,
    cancel: 0.015,
    lateRenewal: 0.1,
    expansions: 0.42,
    growth: [0.15, 0.5],
  },
  key: {
    prospects: 1_500,
    rates: { 'prospect>mql': 0.32, 'mql>sql': 0.34, 'sql>sal': 0.93, 'sal>won': 0.33 },
    lags: {
      'prospect>mql': [24, 0.8],
      'mql>sql': [17, 0.7],
      'sql>sal': [6, 0.6],
      'sal>won': [104, 0.5],
    },
    leaks: {
      'prospect>mql': [110, 0.5],
      'mql>sql': [60, 0.6],
      'sql>sal': [25, 0.6],
      'sal>won': [110, 0.6],
    },
    forgotten: { 'prospect>mql': 0.2, 'mql>sql': 0.12, 'sql>sal': 0.06, 'sal>won': 0.05 },
    amount: [112_000, 0.45],
    discount: 0.14,
    installed: 13,
    onboard: { rate: 0.98, lag: [26, 0.35] },
    adopt: { rate: 0.94, lag: [95, 0.35] },
    renew: 0.95,
    contract: 0.06,
    uplift: 0.55,
    cancel: 0.005,
    lateRenewal: 0.08,
    expansions: 0.65,
    growth: [0.15, 0.45],
  },
};

/** Share of a tier's prospects by channel. */
export const CHANNEL_MIX: Record<Tier, readonly (readonly [string, number])[]> = {
  small: [
    ['Organic', 0.28],
    ['Paid search', 0.26],
    ['Content syndication', 0.23],
    ['Webinar', 0.1],
    ['Referral', 0.06],
    ['Partner', 0.04],
    ['Events', 0.03],
  ],
  mid: [
    ['Outbound', 0.36],
    ['Organic', 0.15],
    ['Content syndication', 0.14],
    ['Paid search', 0.12],
    ['Webinar', 0.1],
    ['Events', 0.06],
    ['Partner', 0.04],
    ['Referral', 0.03],
  ],
  key: [
    ['Outbound', 0.62],
    ['Events', 0.16],
    ['Partner', 0.12],
    ['Referral', 0.1],
  ],
};

/** What a channel does to the four rates of its tier. */
const CHANNEL_LIFT: Record<string, Record<Step, number>> = {
  Organic: { 'prospect>mql': 1.1, 'mql>sql': 1.1, 'sql>sal': 1, 'sal>won': 1.05 },
  'Paid search': { 'prospect>mql': 0.95, 'mql>sql': 0.9, 'sql>sal': 1, 'sal>won': 0.85 },
  Webinar: { 'prospect>mql': 1.2, 'mql>sql': 1.05, 'sql>sal': 1, 'sal>won': 0.95 },
  Referral: { 'prospect>mql': 1.4, 'mql>sql': 1.5, 'sql>sal': 1.04, 'sal>won': 1.4 },
  Partner: { 'prospect>mql': 1.2, 'mql>sql': 1.3, 'sql>sal': 1.03, 'sal>won': 1.2 },
  Events: { 'prospect>mql': 1, 'mql>sql': 1.1, 'sql>sal': 1, 'sal>won': 1.05 },
  Outbound: { 'prospect>mql': 0.85, 'mql>sql': 1, 'sql>sal': 0.99, 'sal>won': 1 },
};

export const channelLift = (channel: string, step: Step): number =>
  CHANNEL_LIFT[channel]?.[step] ?? 1;

export const REGIONS = [
  ['AMER', 0.5],
  ['EMEA', 0.34],
  ['APAC', 0.16],
] as const;

export const PRODUCTS: Record<Tier, readonly (readonly [string, number])[]> = {
  small: [
    ['Flow', 0.75],
    ['Insight', 0.25],
  ],
  mid: [
    ['Flow', 0.55],
    ['Insight', 0.3],
    ['Guard', 0.15],
  ],
  key: [
    ['Flow', 0.4],
    ['Insight', 0.3],
    ['Guard', 0.3],
  ],
};

const MONTH_WEIGHT = [1.02, 1.04, 1.1, 1.02, 1.02, 1.04, 0.88, 0.76, 1.1, 1.1, 1.08, 0.84];
const WEEKDAY_WEIGHT = [1.1, 1.15, 1.1, 1.05, 0.9];

/** How many prospects a day brings against an average one: growth, season, week, closed days. */
export function dayWeight(day: Day, start: Day, today: Day, inbound: boolean): number {
  const growth = 0.72 + (0.56 * (day - start)) / (today - start);
  const season = MONTH_WEIGHT[monthOf(day) - 1] ?? 1;
  if (isWorkday(day)) return growth * season * (WEEKDAY_WEIGHT[weekday(day)] ?? 1);
  return inbound ? growth * season * 0.3 : 0;
}

/** Marketing spend: a fixed part per month and a part per prospect. */
export const CHANNEL_COST: Record<string, readonly [fixed: number, perProspect: number]> = {
  Organic: [5200, 1],
  'Paid search': [1500, 46],
  'Content syndication': [800, 8],
  Webinar: [1800, 14],
  Referral: [300, 22],
  Partner: [3200, 30],
  Events: [6500, 120],
  Outbound: [4200, 6],
};

/** Loaded cost of one person and month. */
export const ROLE_COST = {
  MDR: 4200,
  SDR: 4600,
  ADR: 5200,
  AE: 7800,
  KA: 12_500,
  ONB: 5600,
  CSM: 6200,
};
