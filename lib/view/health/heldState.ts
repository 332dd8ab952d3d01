import type { QuarantineCode } from '#lib/contract/ingest.ts';

/** Which held rows the address asks for. */
export type HeldState = {
  state: 'held' | 'released';
  code: QuarantineCode | null;
  source: string | null;
  file: string | null;
};

export function heldParams({ state, code, source, file }: HeldState) {
  return {
    state,
    ...(code === null ? {} : { code }),
    ...(source === null ? {} : { source }),
    ...(file !== null && UUID.test(file) ? { import_id: file } : {}),
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
