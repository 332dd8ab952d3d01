'use client';
import { useTranslations } from 'next-intl';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { reshape, shapeOf } from '#lib/view/imports/mappingShape.ts';
import { missingParts } from '#lib/view/imports/missingParts.ts';
import { AmountOn } from './AmountOn.tsx';
import { ChoiceCards } from './ChoiceCards.tsx';
import { ColumnsTable } from './ColumnsTable.tsx';
import { EndDate } from './EndDate.tsx';
import { FixedValues } from './FixedValues.tsx';
import type { DraftDesk } from './useImportDraft.ts';
import { ValueMaps } from './ValueMaps.tsx';

type Props = { org: OrgAnswer; desk: DraftDesk };

/** What each column of the file becomes. */
export function ColumnsStep({ org, desk }: Props) {
  const t = useTranslations('imports.columns');
  const { mapping, draft, setMapping } = desk;
  return (
    <div className="flex flex-col gap-6">
      {draft.kind === 'events' && (
        <ChoiceCards
          legend={t('shape')}
          value={shapeOf(mapping)}
          options={[
            { value: 'wide', label: t('wide'), hint: t('wideHint') },
            { value: 'long', label: t('long'), hint: t('longHint') },
          ]}
          onChange={(shape) => setMapping(reshape(mapping, shape))}
        />
      )}
      <MissingParts desk={desk} />
      <ColumnsTable desk={desk} />
      <AmountOn mapping={mapping} onChange={setMapping} />
      {draft.kind === 'contracts' && <EndDate mapping={mapping} onChange={setMapping} />}
      <FixedValues kind={draft.kind} org={org} mapping={mapping} onChange={setMapping} />
      <ValueMaps desk={desk} />
    </div>
  );
}

function MissingParts({ desk }: { desk: DraftDesk }) {
  const t = useTranslations('imports.missing');
  const missing = missingParts(desk.draft.kind, desk.mapping);
  return (
    <div role="status" className="empty:-mt-6">
      {missing.length > 0 && (
        <div className="rounded-lg border border-note-200 bg-note-50 px-4 py-3 text-note-700">
          <p className="font-medium">{t('title')}</p>
          <ul className="mt-1 list-disc pl-5">
            {missing.map((part) => (
              <li key={part}>{t(part)}</li>
            ))}
          </ul>
          {desk.draft.upload.sniff.columns.length === 1 && <p className="mt-2">{t('oneColumn')}</p>}
        </div>
      )}
    </div>
  );
}
