import type { PlanRole, RoleMonth, RolePlan } from '#lib/bowtie/plan/planTypes.ts';
import { hiredHeads, paidMonths } from '#lib/bowtie/plan/rampedHeads.ts';
import type { PaperText } from '../paperText.ts';
import { across, address } from '../sheet/address.ts';
import { counted, input, text } from '../sheet/cells.ts';
import type { Cell } from '../sheet/sheet.ts';
import type { Loads } from './departmentsSheet.ts';

const INPUTS = 8;
const ROWS = ['load', 'planned', 'heads', 'capacity', 'done', 'needed', 'hires'] as const;
type RowName = (typeof ROWS)[number];
const NEARLY = '0.000000001';

/** One role's rows on the sheet of capacity. */
export class RoleBlock {
  static readonly HEIGHT = INPUTS + ROWS.length + 1;
  readonly role: PlanRole;
  readonly rampMonths: number;
  readonly perMonth: string;
  readonly heads: string;
  readonly attrition: string;
  readonly ramp: string;
  readonly cost: string;
  readonly top: number;
  readonly numbers: number;

  constructor({ role, top, numbers }: { role: PlanRole; top: number; numbers: number }) {
    const full = role.ramp.findIndex((share) => share >= 1);
    this.role = role;
    this.rampMonths = full === -1 ? role.ramp.length : full;
    this.top = top;
    this.numbers = numbers;
    this.perMonth = address(top + 1, 1, true);
    this.heads = address(top + 2, 1, true);
    this.attrition = address(top + 3, 1, true);
    this.ramp = address(top + 4, 1, true);
    this.cost = address(top + 5, 1, true);
  }

  rowOf(name: RowName): number {
    return this.top + INPUTS + ROWS.indexOf(name);
  }

  at(name: RowName, month: number): string {
    return address(this.rowOf(name), 1 + month);
  }

  across(name: RowName, from: number, to: number): string {
    return across(this.rowOf(name), 1 + from, 1 + to);
  }

  number(month: number): string {
    return address(this.numbers, 1 + month);
  }

  /** Each hire is paid from its first day, `ramp` months before it is needed, to the end. */
  costFormula(start: string, months: number): string {
    const place = `(${across(this.numbers, 1, months)}-${this.ramp})`;
    const paid = `${months}-${place}*(${place}>0)`;
    const decided = paidMonths(this.role, start, months);
    const needed = `SUMPRODUCT(${this.across('hires', 0, months - 1)},${paid})`;
    return `${this.cost}/12*${decided === 0 ? needed : `(${needed}+${decided})`}`;
  }
}

/** The load of each month and what becomes of it. */
export function monthRows(
  block: RoleBlock,
  told: RolePlan,
  known: { peers: readonly RoleBlock[]; words: PaperText; loads: Loads; start: string },
): Cell[][] {
  const { peers, words, loads, start } = known;
  const left = `(1-${block.attrition})`;
  const hired = new Map(told.hires.map(({ needed, heads }) => [needed, heads]));
  const cells: Record<RowName, (month: RoleMonth, m: number) => Cell> = {
    load: ({ load }, m) => counted(load, loadFormula(block, peers, loads, m), 'count'),
    planned: (_, m) => input(hiredHeads(block.role, start, m), 'count'),
    heads: ({ heads }, m) =>
      counted(
        heads,
        `${block.heads}*${left}^(${block.number(m)}/12)+${block.at('planned', m)}`,
        'count',
      ),
    capacity: ({ capacity }, m) =>
      counted(capacity, `${block.at('heads', m)}*${block.perMonth}`, 'count'),
    done: ({ done }, m) =>
      counted(done, `MIN(${block.at('load', m)},${block.at('capacity', m)})`, 'count'),
    needed: ({ heads_needed }, m) =>
      counted(
        heads_needed ?? '',
        `IF(${block.at('load', m)}=0,0,IF(${block.perMonth}=0,"",${block.at('load', m)}/${block.perMonth}))`,
        'count',
      ),
    hires: ({ month }, m) => counted(hired.get(month) ?? 0, hiresFormula(block, m), 'number'),
  };
  return ROWS.map((name) => [
    text(words.t(`row.${name}`)),
    ...told.months.map((month, m) => cells[name](month, m)),
  ]);
}

function loadFormula(
  block: RoleBlock,
  peers: readonly RoleBlock[],
  loads: Loads,
  m: number,
): string {
  const all = loads(block.role.stage, m) ?? '0';
  if (peers.length === 1) return all;
  const sum = peers.map((peer) => peer.at('capacity', m)).join('+');
  return `${all}*IF(${sum}>0,${block.at('capacity', m)}/(${sum}),1/${peers.length})`;
}

/** Whole heads for what those that are there and those hired before cannot handle. */
function hiresFormula(block: RoleBlock, m: number): string {
  const left = `(1-${block.attrition})`;
  const hired =
    m === 0
      ? '0'
      : `SUMPRODUCT(${block.across('hires', 0, m - 1)},${left}^((${block.number(m)}-${across(
          block.numbers,
          1,
          m,
        )}+${block.ramp})/12))`;
  const missing = `${block.at('load', m)}/${block.perMonth}-${block.at('heads', m)}-${hired}`;
  const each = `${left}^(${block.ramp}/12)`;
  const heads = `MAX(0,ROUNDUP((${missing})/${each}-${NEARLY},0))`;
  return `IF(OR(${block.perMonth}=0,${block.attrition}>=1),0,${heads})`;
}
