import { contentHash } from './contentHash.ts';
import { type RawRow, readDimension, readRequired, readText } from './readText.ts';
import { readVersion } from './readVersion.ts';

/** One account as it is kept. */
export type AccountFact = {
  source: string;
  accountId: string;
  version: number;
  contentHash: string;
  name: string | null;
  segment: string | null;
  channel: string | null;
  owner: string | null;
  region: string | null;
  arrival?: string | undefined;
};

export function readAccount(row: RawRow, source: string): AccountFact {
  const fact = {
    source,
    accountId: readRequired(row, 'account_id'),
    version: readVersion(row),
    name: readText(row, 'name'),
    segment: readDimension(row, 'segment'),
    channel: readDimension(row, 'channel'),
    owner: readDimension(row, 'owner'),
    region: readDimension(row, 'region'),
  };
  const { name, segment, channel, owner, region } = fact;
  return { ...fact, contentHash: contentHash([name, segment, channel, owner, region]) };
}
