'use client';
import { useTranslations } from 'next-intl';
import { FILE_FAULTS, type FileFault } from '#lib/contract/fileFaults.ts';

/** Of these a reader learns more from what was found: which line, which column, which kind. */
const TELLING: ReadonlySet<FileFault> = new Set([
  ...(['packed_file', 'binary_file', 'wrong_encoding', 'unknown_encoding'] as const),
  ...(['too_wide', 'broken_header', 'missing_column'] as const),
]);

type Props = { reason: string | undefined; message: string };

/** Why a file cannot be read: what the reader can do about it, then what exactly was found. */
export function RefusalText({ reason, message }: Props) {
  const t = useTranslations('imports.refused');
  const found = message.replace(/^\w+: /, '');
  const fault = FILE_FAULTS.find((each) => each === reason);
  if (fault === undefined) return <span lang="en">{found}</span>;
  return (
    <>
      {t(fault)}{' '}
      {TELLING.has(fault) && (
        <span lang="en" className="text-sm break-words text-ink-2">
          ({found})
        </span>
      )}
    </>
  );
}
