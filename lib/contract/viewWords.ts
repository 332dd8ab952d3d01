// Words of a view without zod: pages carry them to the browser.
/** Pages whose address is a question that can be kept. */
export const VIEW_PAGES = ['home', 'loop', 'plan', 'stages'] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

export const MAX_VIEW_NAME = 80;
export const MAX_VIEW_QUERY = 4000;

export const MAX_NOTE = 500;
export const MAX_NOTE_AUTHOR = 80;

/** Who reads, while there is no sign-in: this browser, by an id that its pages cannot read. */
export const READER_COOKIE = 'reader';
