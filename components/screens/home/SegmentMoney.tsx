'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';

type Props = { view: BowtieView; format: Format; onOpen: (id: string) => void };

/** What a segment's customers added, renewed and took away, in ARR. */
export function SegmentMoney({ view, format, onOpen }: Props) {
  const t = useTranslations();
  return (
    <dl className="mt-2 grid grid-cols-2 gap-x-3 gap-y-1.5 border-t border-line pt-2 @min-[20rem]:grid-cols-4">
      {view.movements.map(({ movement, amount = null, opens }) => (
        <div key={movement}>
          <dt className="text-2xs text-ink-3">{t(`terms.movement.${movement}`)}</dt>
          <dd className="text-sm font-medium">
            <NumberButton
              className="no-underline hover:underline"
              aria-label={`${t(`terms.movement.${movement}`)}: ${format.shortMoney(amount)}. ${t('home.figure.opens')}`}
              onClick={() => onOpen(opens)}
            >
              {format.shortMoney(amount)}
            </NumberButton>
          </dd>
        </div>
      ))}
    </dl>
  );
}
