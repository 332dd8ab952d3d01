import { fileURLToPath } from 'node:url';
import { Font } from '@react-pdf/renderer';
import { breakWord } from './breakWord.ts';

const FONTS = {
  'Noto Sans SC': '@expo-google-fonts/noto-sans-sc/{weight}/NotoSansSC_{weight}.ttf',
  'Noto Sans TC': '@expo-google-fonts/noto-sans-tc/{weight}/NotoSansTC_{weight}.ttf',
} as const;
type Family = keyof typeof FONTS;

const WEIGHTS = { '400Regular': 400, '700Bold': 700 } as const;
/** Stands where no font has the letter. */
const UNKNOWN = '\u25a1';

export type Fonts = { families: Family[]; clean: (text: string) => string };

/** The fonts that a text needs: the other Chinese one only where letters are missing. */
export async function loadFonts(locale: string, text: string): Promise<Fonts> {
  Font.registerHyphenationCallback(breakWord);
  const order: Family[] = ['Noto Sans SC', 'Noto Sans TC'];
  if (locale === 'zh-Hant') order.reverse();
  let missing = new Set([...text]);
  const families: Family[] = [];
  for (const family of order) {
    if (families.length > 0 && missing.size === 0) break;
    const has = await register(family);
    const still = new Set([...missing].filter((letter) => !has(letter)));
    if (families.length === 0 || still.size < missing.size) families.push(family);
    missing = still;
  }
  const clean = (given: string) =>
    [...given].map((letter) => (missing.has(letter) ? UNKNOWN : letter)).join('');
  return { families, clean };
}

async function register(family: Family): Promise<(letter: string) => boolean> {
  const fonts = Object.entries(WEIGHTS).map(([name, fontWeight]) => {
    const path = FONTS[family].replaceAll('{weight}', name);
    return { src: fileURLToPath(import.meta.resolve(path)), fontWeight };
  });
  Font.register({ family, fonts });
  const asked = { fontFamily: family, fontWeight: 400 };
  await Font.load(asked);
  const found = Font.getFont(asked)?.data;
  return (letter) => found?.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ?? false;
}
