import { addMonths, type Day, dayText, monthStart } from './calendar.ts';
import type { Random } from './random.ts';
import type { Pod, Role, SamplePerson, SamplePodMember, Tier } from './types.ts';

type Stay = { pod: Pod; from: number; to?: number };
type Member = {
  name: string;
  role: Role;
  tiers: readonly Tier[];
  /** Months ago; 40 is before the history. */
  joined: number;
  left?: number;
  pods: readonly Stay[];
  weight?: number;
};

const inPod = (pod: Pod, from = 40): Stay[] => [{ pod, from }];
const BOTH: readonly Tier[] = ['small', 'mid'];
const SMALL: readonly Tier[] = ['small'];
const MID: readonly Tier[] = ['mid'];
const KEY: readonly Tier[] = ['key'];
const LATE: readonly Tier[] = ['mid', 'key'];

/** People by pod. Maple was formed 14 months ago from new hires and movers. */
const TEAM: readonly Member[] = [
  { name: 'Priya Raman', role: 'MDR', tiers: BOTH, joined: 40, pods: inPod('Aspen') },
  { name: 'Jonas Weber', role: 'SDR', tiers: LATE, joined: 40, pods: inPod('Aspen') },
  { name: 'Chloe Martin', role: 'SDR', tiers: LATE, joined: 20, pods: inPod('Aspen', 20) },
  { name: 'Haruto Sato', role: 'ADR', tiers: KEY, joined: 40, pods: inPod('Aspen') },
  { name: 'Olivia Bennett', role: 'AE', tiers: MID, joined: 40, pods: inPod('Aspen'), weight: 4 },
  { name: 'Kwame Mensah', role: 'AE', tiers: MID, joined: 40, pods: inPod('Aspen') },
  { name: 'Lucía Fernández', role: 'AE', tiers: SMALL, joined: 40, pods: inPod('Aspen') },
  { name: 'Dmitri Volkov', role: 'KA', tiers: KEY, joined: 40, pods: inPod('Aspen'), weight: 0.45 },
  { name: 'Fatima El Amrani', role: 'ONB', tiers: LATE, joined: 40, pods: inPod('Aspen') },
  { name: 'Nguyễn Thị Mai', role: 'CSM', tiers: MID, joined: 40, pods: inPod('Aspen') },

  { name: 'Ethan Walker', role: 'MDR', tiers: BOTH, joined: 40, pods: inPod('Birch') },
  { name: 'Wei Zhang', role: 'SDR', tiers: LATE, joined: 40, pods: inPod('Birch') },
  { name: 'Sofia Rossi', role: 'SDR', tiers: LATE, joined: 17, pods: inPod('Birch', 17) },
  { name: 'Ingrid Solberg', role: 'ADR', tiers: KEY, joined: 40, pods: inPod('Birch') },
  { name: 'Mateo Álvarez', role: 'AE', tiers: SMALL, joined: 40, pods: inPod('Birch') },
  { name: 'Hannah Schmidt', role: 'AE', tiers: MID, joined: 40, pods: inPod('Birch') },
  { name: 'Arjun Mehta', role: 'AE', tiers: MID, joined: 10, pods: inPod('Birch', 10) },
  { name: 'Brian Kelly', role: 'AE', tiers: MID, joined: 40, left: 9, pods: inPod('Birch') },
  { name: 'Catherine Dubois', role: 'KA', tiers: KEY, joined: 40, pods: inPod('Birch'), weight: 3 },
  { name: 'Tomasz Kowalski', role: 'ONB', tiers: LATE, joined: 40, pods: inPod('Birch') },
  { name: 'Grace Adeyemi', role: 'CSM', tiers: LATE, joined: 40, pods: inPod('Birch') },

  { name: 'Yuki Tanaka', role: 'MDR', tiers: BOTH, joined: 40, pods: inPod('Cedar') },
  { name: "Liam O'Connor", role: 'SDR', tiers: LATE, joined: 40, pods: inPod('Cedar') },
  { name: 'Zanele Dlamini', role: 'SDR', tiers: LATE, joined: 22, pods: inPod('Cedar', 22) },
  { name: 'Marco Bianchi', role: 'ADR', tiers: KEY, joined: 40, pods: inPod('Cedar') },
  { name: 'Aisha Khan', role: 'AE', tiers: MID, joined: 40, pods: inPod('Cedar') },
  { name: 'Daniel Cohen', role: 'AE', tiers: SMALL, joined: 40, pods: inPod('Cedar') },
  { name: 'Li Na', role: 'AE', tiers: MID, joined: 19, pods: inPod('Cedar', 19) },
  { name: 'Rajesh Iyer', role: 'KA', tiers: KEY, joined: 40, pods: inPod('Cedar'), weight: 0.45 },
  { name: 'Emma Johansson', role: 'ONB', tiers: LATE, joined: 40, pods: inPod('Cedar') },
  { name: 'Carlos Mendoza', role: 'CSM', tiers: MID, joined: 40, pods: inPod('Cedar') },

  { name: 'Chen Yu-ting', role: 'MDR', tiers: BOTH, joined: 14, pods: inPod('Maple', 14) },
  { name: 'Omar Haddad', role: 'SDR', tiers: LATE, joined: 14, pods: inPod('Maple', 14) },
  { name: 'Isabella Silva', role: 'SDR', tiers: LATE, joined: 12, pods: inPod('Maple', 12) },
  { name: 'Nia Thompson', role: 'ADR', tiers: KEY, joined: 14, pods: inPod('Maple', 14) },
  {
    name: 'Pavel Novák',
    role: 'AE',
    tiers: MID,
    joined: 40,
    pods: [{ pod: 'Birch', from: 40, to: 14 }, ...inPod('Maple', 14)],
  },
  {
    name: 'Sara Lindqvist',
    role: 'AE',
    tiers: SMALL,
    joined: 40,
    pods: [{ pod: 'Aspen', from: 40, to: 14 }, ...inPod('Maple', 14)],
  },
  {
    name: 'Margaret Sullivan',
    role: 'KA',
    tiers: KEY,
    joined: 40,
    pods: [{ pod: 'Cedar', from: 40, to: 14 }, ...inPod('Maple', 14)],
    weight: 3,
  },
  { name: 'Kenji Nakamura', role: 'ONB', tiers: LATE, joined: 14, pods: inPod('Maple', 14) },
  { name: 'Leila Hosseini', role: 'CSM', tiers: LATE, joined: 13, pods: inPod('Maple', 13) },
  // Small customers are served by automation under one name; no pod.
  { name: 'Thanh Vo', role: 'CSM', tiers: SMALL, joined: 40, pods: [] },
];

export type Team = {
  people: SamplePerson[];
  podMembers: SamplePodMember[];
  podOf: (owner: string, day: Day) => Pod | null;
  /** Somebody of that role who works for that tier that day, by choice from the same pod. */
  assign: (random: Random, role: Role, tier: Tier, day: Day, pod: Pod | null) => string;
  headcount: (role: Role, day: Day) => number;
};

export function makeTeam(today: Day): Team {
  const monthsAgo = (months: number) => addMonths(monthStart(today), -months);
  const works = (member: Member, day: Day) =>
    monthsAgo(member.joined) <= day && (member.left === undefined || day < monthsAgo(member.left));
  const podOf = (owner: string, day: Day): Pod | null => {
    const stays = TEAM.find(({ name }) => name === owner)?.pods ?? [];
    const stay = stays.find(
      ({ from, to }) => monthsAgo(from) <= day && (to === undefined || day < monthsAgo(to)),
    );
    return stay?.pod ?? null;
  };
  return {
    people: TEAM.map(({ name, role }) => ({ owner: name, name, role })),
    podMembers: TEAM.flatMap((member) =>
      member.pods.map(({ pod, from, to }) => {
        const end = to ?? member.left;
        return {
          pod,
          owner: member.name,
          fromDate: dayText(monthsAgo(from)),
          toDate: end === undefined ? null : dayText(monthsAgo(end)),
        };
      }),
    ),
    podOf,
    assign: (random, role, tier, day, pod) => {
      const able = TEAM.filter((m) => m.role === role && m.tiers.includes(tier) && works(m, day));
      const near = able.filter(({ name }) => pod !== null && podOf(name, day) === pod);
      const list = near.length > 0 && random.chance(0.95) ? near : able;
      return random.weighted(list.map(({ name, weight = 1 }) => [name, weight] as const));
    },
    headcount: (role, day) => TEAM.filter((m) => m.role === role && works(m, day)).length,
  };
}
