import type { Random } from './random.ts';
import type { Pursuit, SampleAccount, Tier } from './types.ts';

const FIRST = [
  'Alder',
  'Amber',
  'Anchor',
  'Arbor',
  'Atlas',
  'Beacon',
  'Blue',
  'Bright',
  'Canal',
  'Cobalt',
  'Copper',
  'Coral',
  'Crane',
  'Crown',
  'Dune',
  'Eagle',
  'East',
  'Elm',
  'Ember',
  'Falcon',
  'Fern',
  'Garnet',
  'Golden',
  'Granite',
  'Green',
  'Harbor',
  'Heron',
  'Indigo',
  'Iron',
  'Ivory',
  'Jade',
  'Juniper',
  'Keystone',
  'Lake',
  'Lark',
  'Linden',
  'Lotus',
  'Lunar',
  'Meadow',
  'Mesa',
  'Nimbus',
  'Oak',
  'Ocean',
  'Olive',
  'Onyx',
  'Orchid',
  'Pacific',
  'Pearl',
  'Pine',
  'Quartz',
  'River',
  'Sable',
  'Sierra',
  'Silver',
  'Solar',
  'Stone',
  'Summit',
  'Swift',
  'Terra',
  'Willow',
];
const SECOND = [
  'Analytics',
  'Bakery',
  'Bank',
  'Brands',
  'Clinics',
  'Components',
  'Dental',
  'Design',
  'Dynamics',
  'Energy',
  'Farms',
  'Foods',
  'Freight',
  'Health',
  'Hotels',
  'Insurance',
  'Kitchens',
  'Labs',
  'Learning',
  'Legal',
  'Logistics',
  'Machines',
  'Marine',
  'Media',
  'Motors',
  'Optics',
  'Outfitters',
  'Pharma',
  'Press',
  'Properties',
  'Rail',
  'Robotics',
  'Schools',
  'Software',
  'Sports',
  'Studios',
  'Supply',
  'Textiles',
  'Tools',
  'Travel',
];
const LEGAL: Record<string, readonly string[]> = {
  AMER: ['Inc', 'LLC', 'Group'],
  EMEA: ['GmbH', 'SA', 'BV', 'Ltd'],
  APAC: ['Pty', 'KK', 'Pte', 'Co'],
};

/** Share of pursuits that belong to an account that is already known. */
const KNOWN: Record<Tier, number> = { small: 0.01, mid: 0.1, key: 0.55 };

function nameOf(random: Random, index: number, region: string | null): string {
  // A step that is coprime to the number of pairs: no pair repeats before all were used.
  const pair = (index * 1009) % (FIRST.length * SECOND.length);
  const first = FIRST[pair % FIRST.length] ?? '';
  const second = SECOND[Math.floor(pair / FIRST.length)] ?? '';
  return `${first} ${second} ${random.pick(LEGAL[region ?? 'AMER'] ?? ['Inc'])}`;
}

/** The book of accounts: grows as pursuits need them. */
export function makeAccounts(): {
  accounts: SampleAccount[];
  accountFor: (random: Random, pursuit: Pursuit) => string;
} {
  const accounts: SampleAccount[] = [];
  const known = new Map<string, string[]>();
  return {
    accounts,
    accountFor: (random, { tier, region, channel }) => {
      const family = `${tier} ${region}`;
      const list = known.get(family) ?? [];
      known.set(family, list);
      if (list.length > 0 && random.chance(KNOWN[tier])) return random.pick(list);
      const account_id = `A-${10_001 + accounts.length}`;
      accounts.push({
        account_id,
        name: nameOf(random, accounts.length, region),
        segment: tier,
        channel,
        ...(region ? { region } : {}),
      });
      list.push(account_id);
      return account_id;
    },
  };
}
