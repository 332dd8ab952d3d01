import type { useTranslations } from 'next-intl';
import type { Ribbon } from '#lib/view/bowtieShape.ts';
import type { Format } from '#lib/view/createFormat.ts';

type Say = ReturnType<typeof useTranslations<never>>;

/** A movement as it is seen, and the name of its button with the words in the order of sight. */
export function movementWords({ movement, count, amount }: Ribbon, format: Format, t: Say) {
  const value = amount === null ? format.shortCount(count) : format.shortMoney(amount);
  const name = t(`terms.movement.${movement}`);
  const opens = t('home.figure.opens');
  return { value, name, wide: `${value} ${name}. ${opens}`, tall: `${name} ${value}. ${opens}` };
}
