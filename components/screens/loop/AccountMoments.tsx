'use client';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { useText } from '#components/ui/useText.tsx';
import type { AccountAnswer } from '#lib/contract/account.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { anyStageName } from '#lib/view/text.ts';

type Props = { moments: AccountAnswer['data']['moments']; format: Format };

const LEFT = new Set(['prospect', 'mql', 'sql', 'sal']);
const GREY = new Set(['contracted', 'churned']);

/** The stages of all records of a customer, in order; the hue says which side. */
export function AccountMoments({ moments, format }: Props) {
  const t = useTranslations('loop.account');
  const { text } = useText();
  return (
    <section>
      <h3 className="mb-3 text-sm font-semibold">{t('stages')}</h3>
      {moments.length === 0 && <p className="text-ink-2">{t('noStages')}</p>}
      <ol className="border-l-2 border-line">
        {moments.map((moment) => (
          <li
            key={`${moment.record_id}:${moment.stage}:${moment.at}`}
            className="relative pb-3 pl-5 last:pb-0"
          >
            <span
              aria-hidden
              className={cx(
                'absolute top-1.5 -left-[5px] size-2 rounded-full ring-3 ring-surface',
                LEFT.has(moment.stage) && 'bg-acq-600',
                moment.stage === 'won' && 'bg-knot',
                GREY.has(moment.stage) && 'bg-ink-3',
                !LEFT.has(moment.stage) &&
                  moment.stage !== 'won' &&
                  !GREY.has(moment.stage) &&
                  'bg-loop-600',
              )}
            />
            <div className="flex flex-wrap items-baseline gap-x-3">
              <b className="font-semibold">{text(anyStageName(moment.stage))}</b>
              <span className="text-sm text-ink-2">{format.instantDay(moment.at)}</span>
              {moment.implied && <span className="text-xs text-ink-3">{t('implied')}</span>}
              {moment.amount !== null && (
                <span className="ml-auto text-sm">{format.money(moment.amount)}</span>
              )}
            </div>
            <p className="text-xs text-ink-3">{t('record', { id: moment.record_id })}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
