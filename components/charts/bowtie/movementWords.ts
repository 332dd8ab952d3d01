import type { useTranslations } from 'next-intl';
import type { Ribbon } from '#lib/view/bowtieShape.ts';
import type { Format } from '#lib/view/createFormat.ts';

type Say = ReturnType<typeof useTranslations<never>>;

/** A movement as it is seen, and as the name of its button. */
export function movementWords({ movement, count, amount }: Ribbon, format: Format, t: Say) {
  const value = amount === null ? format.shortCount(count) : format.shortMoney(amount);
  const name = t(`terms.movement.${movement}`);
  return { value, name, label: `${value} ${name}. ${t('home.figure.opens')}` };
}
