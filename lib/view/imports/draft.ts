import type { ImportKind, Mapping } from '#lib/contract/ingest.ts';
import type { PreviewBody, ReadingBody, UploadAnswer } from '#lib/contract/uploads.ts';
import { missingParts } from './missingParts.ts';

/** An import while it is prepared: the upload and what it shall become. */
export type ImportDraft = {
  upload: UploadAnswer;
  kind: ImportKind;
  mappings: Record<ImportKind, Mapping>;
  timeZone: string;
  /** Whether the mapping of the last import with this header is in use. */
  savedUsed: boolean;
};

/** The first draft of an upload: a saved mapping of the same header, else the suggestions. */
export function draftOf(upload: UploadAnswer, timeZone: string, useSaved = true): ImportDraft {
  const saved = useSaved ? upload.saved : null;
  const suggested = (kind: ImportKind): Mapping => {
    const found = upload.suggestions.find((each) => each.kind === kind);
    return found?.mapping ?? emptyMapping(upload);
  };
  const mappings = {
    events: suggested('events'),
    accounts: suggested('accounts'),
    contracts: suggested('contracts'),
  };
  if (saved) mappings[saved.kind] = saved.mapping;
  return {
    upload,
    kind: saved?.kind ?? likeliest(upload),
    mappings,
    timeZone,
    savedUsed: saved !== null,
  };
}

/** Where nothing of a file was understood, deals are what most people bring. */
function likeliest({ suggestions }: UploadAnswer): ImportKind {
  const understood = suggestions.find(({ mapping }) => Object.keys(mapping.columns).length > 0);
  return understood?.kind ?? 'events';
}

export function mappingOf(draft: ImportDraft): Mapping {
  return draft.mappings[draft.kind];
}

export function changeMapping(draft: ImportDraft, mapping: Mapping): ImportDraft {
  return { ...draft, mappings: { ...draft.mappings, [draft.kind]: mapping } };
}

/** The same upload read in another way: choices stay as far as the columns are the same. */
export function reread(draft: ImportDraft, upload: UploadAnswer): ImportDraft {
  const names = ({ sniff }: UploadAnswer) => JSON.stringify(sniff.columns.map(({ name }) => name));
  if (names(upload) === names(draft.upload)) return { ...draft, upload };
  return draftOf(upload, draft.timeZone);
}

/** How the bytes are read now, for a preview or an import. */
export function readingOf({ sniff }: UploadAnswer): Omit<ReadingBody, 'header'> {
  return { encoding: sniff.encoding, delimiter: sniff.delimiter };
}

/** What the preview asks; null while parts are missing. */
export function previewBodyOf(draft: ImportDraft): PreviewBody | null {
  const mapping = mappingOf(draft);
  if (missingParts(draft.kind, mapping).length > 0) return null;
  const reading = readingOf(draft.upload);
  return { ...reading, kind: draft.kind, mapping, time_zone: draft.timeZone };
}

function emptyMapping({ sniff }: UploadAnswer): Mapping {
  return {
    columns: {},
    constants: {},
    stages: {},
    date_format: sniff.date_format,
    null_values: ['', 'NULL', 'NaN', '\\N', 'Select'],
    decimal: sniff.decimal,
    header: sniff.header,
    values: {},
    end_date: 'exclusive',
  };
}
