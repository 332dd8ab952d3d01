import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '#lib/contract/errors.ts';

/** Bytes that are free where the data lies. */
export type Room = () => Promise<number>;

/** What must stay free whatever happens: Postgres does not survive a full disk. */
export const SPARE = 512 * 1024 * 1024;
/** What a file becomes: facts, what is derived from them, and the indexes of both. */
const GROWTH = 8;
/** The same for one row whose records are still to be derived. */
const DERIVED = 1_200;

/** The room on the disk of a folder, or of the nearest one above that exists. */
export function roomOf(folder: string): Room {
  const free = async (path: string): Promise<number> => {
    try {
      const { bavail, bsize } = await statfs(path);
      return bavail * bsize;
    } catch (error) {
      if (dirname(path) === path) throw error;
      return free(dirname(path));
    }
  };
  return () => free(folder);
}

/** Refuses what would not fit beside what must stay free. */
export async function requireRoom(room: Room, needed: number): Promise<void> {
  const free = await room();
  if (free >= needed + SPARE) return;
  const [has, needs] = [free, needed + SPARE].map((bytes) => Math.ceil(bytes / 1_048_576));
  throw new Refusal(
    'insufficient_storage',
    `the disk has ${has} MB left and this needs ${needs} MB: free some room and try again`,
  );
}

/** Room for a file to be taken. */
export function requireRoomForFile(room: Room, bytes: number): Promise<void> {
  return requireRoom(room, bytes * GROWTH);
}

/** Room to derive what was taken so far, so that an import can stop here and still be true. */
export function requireRoomForRows(room: Room, rows: number): Promise<void> {
  return requireRoom(room, rows * DERIVED);
}
