import { useTranslations } from 'next-intl';
import type { Format } from '#lib/view/createFormat.ts';
import { type CauseView, mainCauses } from '#lib/view/plan/forecastCauses.ts';
import { signedMoney } from '#lib/view/plan/signedMoney.ts';

type Props = { view: CauseView; since: string; format: Format };

/** What a week changed, and most of why, in words. */
export function ForecastSentence({ view, since, format }: Props) {
  const t = useTranslations('track.forecast');
  const list = mainCauses(view).map(({ cause, arr }) =>
    t('why.one', { cause: t(`cause.${cause}`), amount: signedMoney(arr, format) }),
  );
  return (
    <p className="mb-3 max-w-[62rem] text-pretty">
      <strong className="font-semibold">
        {t('why.since', { day: format.day(since), change: signedMoney(view.change, format) })}
      </strong>{' '}
      {list.length === 0 ? t('why.nothing') : t('why.most', { list: format.list(list) })}
    </p>
  );
}
