import type { Day } from '#lib/bowtie/localDay.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { RecordChange } from '../derived/rowChanges.ts';
import type { Tx } from '../inOrg.ts';
import { enqueueFold } from '../jobQueue.ts';
import type { Org } from '../orgs.ts';
import { sending } from '../sending.ts';
import { ByteWriter } from './ByteWriter.ts';
import { type CellFact, entryFact, moveFacts, reachFacts, spanFacts } from './cellFact.ts';
import { encodeChanges } from './encodeChanges.ts';
import { factChanges } from './factChanges.ts';
import { monthOf } from './markMonths.ts';
import { markRevenue } from './markStale.ts';
import { ROW_COST } from './marks.ts';

/** What one write adds to months and takes away, until it is kept beside the cells. */
export class Changes {
  readonly org: Pick<Org, 'timeZone' | 'stages'>;
  #months = new Map<Day, CellFact[]>();
  #size = 0;
  #hasMovements = false;

  constructor(org: Pick<Org, 'timeZone' | 'stages'>) {
    this.org = org;
  }

  get size(): number {
    return this.#size;
  }

  add(records: readonly RecordChange[]): void {
    const { timeZone, stages } = this.org;
    const [first] = stages;
    for (const { gone, come, entries } of records) {
      const before = factsOf(gone, entries.before, first);
      for (const fact of factChanges(before, factsOf(come, entries.now, first))) {
        const month = monthOf(fact.at, timeZone);
        const known = this.#months.get(month);
        if (known) known.push(fact);
        else this.#months.set(month, [fact]);
        this.#size += 1;
      }
      this.#hasMovements ||= gone.movements.length > 0 || come.movements.length > 0;
    }
  }

  /** Writes what was added so far: a row for each month. */
  async keep(tx: Tx): Promise<void> {
    const { size } = this;
    const [months, hasMovements] = [this.#months, this.#hasMovements];
    this.#months = new Map();
    this.#size = 0;
    this.#hasMovements = false;
    await sending(async (send) => {
      if (hasMovements) send(markRevenue(tx));
      if (size === 0) return;
      send(insertChanges(tx, months));
      if (await hasPiledUp(tx)) await enqueueFold(tx);
    });
  }
}

/** `reaching`: all entries of the record, of which pairs count. */
function factsOf(
  { entries, spans, movements }: RecordChange['gone'],
  reaching: RecordChange['entries']['now'],
  first: LadderStage | undefined,
): CellFact[] {
  return [
    ...entries.map(entryFact),
    ...(first === undefined ? [] : reachFacts(reaching, first)),
    ...spans.flatMap(spanFacts),
    ...movements.flatMap(moveFacts),
  ];
}

async function insertChanges(tx: Tx, months: ReadonlyMap<Day, CellFact[]>): Promise<void> {
  const out = new ByteWriter();
  const packed = [...months].map(([month, facts]) => {
    encodeChanges(out, facts);
    return { month, size: facts.length, facts: out.take() };
  });
  await tx.client.query(
    `insert into count_delta (org_id, month, size, facts)
     select $1::uuid, unnest($2::date[]), unnest($3::int[]), unnest($4::bytea[])`,
    [
      tx.orgId,
      packed.map(({ month }) => month),
      packed.map(({ size }) => size),
      packed.map(({ facts }) => facts),
    ],
  );
}

/** Changes beside the cells that cost so much are read as fast as these. */
const PILE = 20_000;

async function hasPiledUp(tx: Tx): Promise<boolean> {
  const found = await tx.client.query<{ waiting: boolean }>(
    `select coalesce(sum(size + $2::int), 0) >= $3 as waiting from (
       select size from count_delta where org_id = $1::uuid limit $4) part`,
    [tx.orgId, ROW_COST, PILE, PILE / ROW_COST],
  );
  return found.rows[0]?.waiting ?? false;
}
