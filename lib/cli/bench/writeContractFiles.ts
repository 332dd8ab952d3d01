import { writeFile } from 'node:fs/promises';
import { createRandom, type Random } from '#prisma/sample/random.ts';

export const CONTRACT_COLUMNS = [
  ...['contract_id', 'account_id', 'starts_on', 'ends_on', 'cancelled_on', 'arr', 'product'],
] as const;
export const ACCOUNT_COLUMNS = ['account_id', 'segment', 'region'] as const;

const FIRST_DAY = Date.UTC(2021, 0, 1) / 86_400_000;
const BIRTHS = 1_500;
const PRODUCTS = ['core', 'flow', 'plus'] as const;

const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** About four contracts of an account: years that follow each other, some apart, some beside. */
function contractsOf(random: Random): string[] {
  const found: string[] = [];
  let start = FIRST_DAY + random.whole(0, BIRTHS);
  let arr = random.whole(10, 900) * 100;
  const product = random.pick(PRODUCTS);
  for (let years = random.whole(2, 6); years > 0; years -= 1) {
    const end = start + 365;
    const cancelled = random.chance(0.05) ? dayText(start + random.whole(30, 360)) : '';
    found.push(`${dayText(start)},${dayText(end)},${cancelled},${arr}.00,${product}`);
    if (random.chance(0.15)) {
      const more = `${dayText(start + random.whole(10, 200))},${dayText(end)},`;
      found.push(`${more},${random.whole(1, 90) * 100}.00,${random.pick(PRODUCTS)}`);
    }
    start = end + (random.chance(0.9) ? 0 : random.whole(5, 90));
    arr = Math.round(arr * random.between(0.8, 1.35));
  }
  return found;
}

/** Writes exactly `count` contracts of about a quarter as many accounts. */
export async function writeContractFiles(
  files: { accounts: string; contracts: string },
  count: number,
  seed: number,
): Promise<{ accounts: number }> {
  const random = createRandom(seed);
  const accounts: string[] = [ACCOUNT_COLUMNS.join(',')];
  const contracts: string[] = [CONTRACT_COLUMNS.join(',')];
  for (let id = 1; contracts.length <= count; id += 1) {
    const segment = random.pick(['small', 'mid', 'key']);
    accounts.push(`a${id},${segment},${random.pick(['amer', 'apac', 'emea'])}`);
    for (const [at, rest] of contractsOf(random).entries()) {
      if (contracts.length <= count) contracts.push(`c${id}-${at},a${id},${rest}`);
    }
  }
  await writeFile(files.accounts, `${accounts.join('\n')}\n`);
  await writeFile(files.contracts, `${contracts.join('\n')}\n`);
  return { accounts: accounts.length - 1 };
}
