/** Why a file is refused whole. The names are part of the wire; pages translate by them. */
export const FILE_FAULTS = [
  'empty_file',
  'no_row',
  'workbook',
  'packed_file',
  'binary_file',
  'gzip_bomb',
  'damaged_gzip',
  'wrong_encoding',
  'unknown_encoding',
  'too_wide',
  'broken_header',
  'missing_column',
  'cut_upload',
  'upload_gone',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];
