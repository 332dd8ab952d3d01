'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Mapping } from '#lib/contract/ingest.ts';
import type { OrgAnswer } from '#lib/contract/org.ts';
import type { PreviewAnswer, ReadingBody, UploadAnswer } from '#lib/contract/uploads.ts';
import { sniffAgain } from '#lib/query/importCalls.ts';
import { previewOptions } from '#lib/query/importOptions.ts';
import {
  changeMapping,
  draftOf,
  type ImportDraft,
  mappingOf,
  previewBodyOf,
  reread,
} from '#lib/view/imports/draft.ts';
import { withSuggestions } from '#lib/view/imports/stageChoices.ts';

export type DraftDesk = {
  draft: ImportDraft;
  /** The page's own clock. */
  now: number;
  mapping: Mapping;
  preview: PreviewAnswer | undefined;
  previewError: unknown;
  /** True while the preview on the page belongs to an older state. */
  stale: boolean;
  change: (part: Partial<ImportDraft>) => void;
  setMapping: (mapping: Mapping) => void;
  startAfresh: () => void;
  reading: { again: (body: ReadingBody) => void; pending: boolean; error: unknown };
};

/** Everything that the steps share: the draft, what it becomes, and the ways to change it. */
export function useImportDraft(org: OrgAnswer, upload: UploadAnswer, now: number): DraftDesk {
  const [draft, setDraft] = useState(() => draftOf(upload, org.time_zone));
  const preview = useQuery(previewOptions(org.slug, upload.id, previewBodyOf(draft)));
  const shown = previewBodyOf(draft) === null ? undefined : preview.data;
  useEffect(() => {
    if (!shown || draft.kind !== 'events' || preview.isPlaceholderData) return;
    const mapping = mappingOf(draft);
    const filled = withSuggestions(mapping, shown.stages);
    if (filled !== mapping) setDraft(changeMapping(draft, filled));
  }, [shown, draft, preview.isPlaceholderData]);
  const again = useMutation({
    mutationFn: (body: ReadingBody) => sniffAgain(org.slug, upload.id, body),
    onSuccess: (answer) => setDraft((old) => reread(old, answer)),
  });
  const { encoding, delimiter, header } = draft.upload.sniff;
  return {
    draft,
    now,
    mapping: mappingOf(draft),
    preview: shown,
    previewError: preview.error,
    stale: preview.isPlaceholderData,
    change: (part) => setDraft({ ...draft, ...part }),
    setMapping: (mapping) => setDraft(changeMapping(draft, mapping)),
    startAfresh: () => setDraft(draftOf(draft.upload, draft.timeZone, false)),
    reading: {
      again: (body) => again.mutate({ encoding, delimiter, header, ...body }),
      pending: again.isPending,
      error: again.error,
    },
  };
}
