import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { createFormat } from '#lib/view/createFormat.ts';
import { handOffText, impliedText } from '#lib/view/figureText.ts';
import { prepareBowtie } from '#lib/view/prepareBowtie.ts';
import { explainHandOff, explainStage } from '#lib/view/prepareExplain.ts';
import { prepareHeadline } from '#lib/view/prepareHeadline.ts';
import { prepareVerdict } from '#lib/view/prepareVerdict.ts';
import type { Text } from '#lib/view/text.ts';
import { weakest } from '#lib/view/weakest.ts';
import { bowtie, meta } from './answers.ts';

const full = bowtie(
  { prospect: 9000, mql: 3000, sql: 1000, sal: 600, won: 150, onboarded: 140, adopted: 99 },
  { open: 12, implied: { sql: 40 }, amounts: { won: 9000 } },
);
const better = bowtie({ prospect: 9000, mql: 3000, sql: 1000, sal: 800, won: 200, onboarded: 199 });
const samples = [
  [full, better],
  [full, null],
  [bowtie({ sal: 19, won: 3 }), null],
  [bowtie({ sal: 4, won: 0 }), null],
  [bowtie({ sal: 400, won: 0 }, { open: 20 }), better],
  [bowtie({ sal: 400, won: 300 }), null],
  [bowtie({ sal: 0, won: 9 }), null],
  [bowtie({ won: 9 }), null],
  [bowtie({ sal: 0, won: 0 }), null],
] as const;

/** Every sentence that the home page can say about a bowtie. */
function sentences(locale: string): Text[] {
  const format = createFormat(locale, { currency: 'USD', timeZone: 'UTC' });
  const span = { from: '2025-01-01', to: '2026-01-01' };
  return (['cohort', 'period', 'snapshot'] as const).flatMap((clock) =>
    samples.flatMap(([now, before]) => {
      const view = prepareBowtie(now, before, clock);
      const leak = weakest(view, [{ group: 'mid', view }]);
      const compared = before && span;
      const verdict = prepareVerdict(view, leak, compared, format);
      const texts: unknown[] = [prepareHeadline(view, format), verdict.text, verdict.cost];
      const asked = { ...meta, clock, window_days: 30 };
      for (const stage of view.stages) {
        texts.push(impliedText(stage, format));
        texts.push(explainStage(stage, asked, format));
      }
      for (const handOff of view.handOffs) {
        texts.push(handOffText(handOff, clock, format), explainHandOff(handOff, asked, format));
      }
      return textsIn(texts);
    }),
  );
}

function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(textsIn);
  return 'key' in value && typeof value.key === 'string' ? [value as Text, ...inner] : inner;
}

test.each(LOCALES)('every prepared sentence has its words in %s', async (locale) => {
  const faults: string[] = [];
  const t = createTranslator({
    locale,
    messages: await loadMessages(locale),
    onError: (error) => faults.push(error.message),
  });
  const say = ({ key, values = {} }: Text): string => {
    const plain = Object.entries(values).map(([name, value]) => {
      return [name, typeof value === 'object' ? say(value) : value];
    });
    const b = (chunks: string) => chunks;
    return t.markup(key as never, { ...Object.fromEntries(plain), b } as never);
  };
  const said = sentences(locale).map(say);
  expect(said.length).toBeGreaterThan(500);
  expect([...new Set(faults)]).toEqual([]);
});
