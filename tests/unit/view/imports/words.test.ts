import { expect, test } from 'vitest';
import { TIE_ORDER } from '#lib/bowtie/stages.ts';
import { FIELDS } from '#lib/contract/fields.ts';
import { FILE_FAULTS } from '#lib/contract/fileFaults.ts';
import { FILE_NOTES, IMPORT_KINDS, QUARANTINE_CODES, ROW_NOTES } from '#lib/contract/ingest.ts';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { fixableFields } from '#lib/view/imports/fixedFields.ts';
import { targetsFor } from '#lib/view/imports/targets.ts';
import { mapping } from './mappings.ts';

// These keys reach the messages as data, so the compiler cannot hold them against each other.
test.each(LOCALES)('every field, stage and code has its words in %s', async (locale) => {
  const { imports, terms } = await loadMessages(locale);
  const shapes = IMPORT_KINDS.flatMap((kind) => [targetsFor(kind, false), targetsFor(kind, true)]);
  const fields = shapes.flat().filter((target) => target.startsWith('field:'));
  for (const field of [...fields.map((each) => each.slice(6)), ...Object.values(FIELDS).flat()]) {
    expect(imports.field, field).toHaveProperty(field);
    expect(imports.targetHint, field).toHaveProperty(field);
  }
  for (const kind of IMPORT_KINDS) {
    for (const field of fixableFields(kind, mapping())) expect(imports.field).toHaveProperty(field);
  }
  const stages = { ...terms.stage, ...terms.movement, ...imports.end };
  expect(Object.keys(stages).sort()).toEqual([...TIE_ORDER].sort());
  for (const words of [imports.code, imports.mend]) {
    expect(Object.keys(words).sort()).toEqual([...QUARANTINE_CODES].sort());
  }
  expect(Object.keys(imports.refused).sort()).toEqual([...FILE_FAULTS].sort());
  for (const note of [...FILE_NOTES, ...ROW_NOTES])
    expect(imports.warning, note).toHaveProperty(note);
});
