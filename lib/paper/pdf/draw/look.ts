/** The light palette of the pages, and the measures of a sheet in points. */
export const COLOR = {
  ...{ ink: '#1a1e25', ink2: '#535a66', ink3: '#666d79', line: '#e6e3db', lineStrong: '#d0ccc1' },
  ...{ sunken: '#f3f1eb', acq50: '#eef5f7', acq100: '#dceaf0', acq200: '#bcd7e1' },
  ...{ acq600: '#27647e', loop50: '#eff5ed', loop200: '#c1d9bf', loop600: '#37683f' },
  ...{ loop700: '#2a5131', knot: '#1a1e25', note50: '#f8f3e4', note200: '#e4d9b6' },
  note700: '#655013',
} as const;

/** A sheet lies on its side. */
export const SHEET = {
  a4: { size: 'A4', width: 841.89 },
  letter: { size: 'LETTER', width: 792 },
} as const;

/** The width that a block has, and the fonts for what is drawn. */
export type Place = { width: number; families: string[] };

export const MARGIN = { side: 40, top: 54, bottom: 48 } as const;
