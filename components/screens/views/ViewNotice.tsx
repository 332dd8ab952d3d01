'use client';
import { useTranslations } from 'next-intl';
import { Banner } from '#components/ui/Banner.tsx';
import { Button } from '#components/ui/Button.tsx';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { Dropped } from './readView.ts';

type Props = {
  /** Null: the address names a view that is no more. */
  name: string | null;
  dropped: readonly Dropped[];
  onUpdate: () => void;
  onDismiss: () => void;
};

/** Parameters that a reader knows by the name of their control. */
const CONTROLS = ['period', 'compare', 'clock', 'rule', 'window', 'from'] as const;

/** Says what of a view is not shown, since the page or the organization no longer has it. */
export function ViewNotice({ name, dropped, onUpdate, onDismiss }: Props) {
  const t = useTranslations();
  const title = (param: string) => {
    const dimension = DIMENSIONS.find((one) => one === param);
    const control = CONTROLS.find((one) => one === param);
    if (dimension !== undefined) return t(`terms.dimension.${dimension}`);
    return control === undefined ? param : t(`home.controls.${control}`);
  };
  const list = dropped.map((one) => {
    return t('views.droppedOne', { name: title(one.name), value: one.value });
  });
  return (
    <div className="order-last w-full">
      <Banner
        actions={
          <Button size="sm" variant="ghost" onClick={name === null ? onDismiss : onUpdate}>
            {t(name === null ? 'views.dismiss' : 'views.updateNow')}
          </Button>
        }
      >
        {name === null
          ? t('views.gone')
          : t('views.dropped', { name, list: list.join(t('views.and')) })}
      </Banner>
    </div>
  );
}
