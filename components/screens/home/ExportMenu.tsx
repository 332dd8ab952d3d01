'use client';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Menu, MenuItem } from '#components/ui/Menu.tsx';
import { saveFile } from '#components/ui/saveFile.ts';
import { triggerClass } from '#components/ui/triggerClass.ts';
import { type Cell, toCsv } from '#lib/view/toCsv.ts';

type Props = {
  name: string;
  table: () => Cell[][];
  /** Holds the drawing; null while a table is shown. */
  figure: RefObject<HTMLDivElement | null> | null;
  /** Stand below the picture. */
  words?: readonly string[];
};

/** The same numbers as a file. */
export function ExportMenu({ name, table, figure, words = [] }: Props) {
  const t = useTranslations('home.figure');
  const savePng = async () => {
    const { exportPng } = await import('#components/charts/exportPng.ts');
    // The figure is the widest: its key may be drawn as well.
    const drawn = [...(figure?.current?.querySelectorAll('svg') ?? [])];
    const widthOf = (svg: Element) => svg.getBoundingClientRect().width;
    const [shown] = drawn.sort((a, b) => widthOf(b) - widthOf(a));
    if (shown && widthOf(shown) > 0) saveFile(`${name}.png`, await exportPng(shown, words));
  };
  const trigger = (
    <button type="button" className={triggerClass('chip')}>
      <Download aria-hidden className="size-3.5 text-ink-3" />
      {t('export')}
    </button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuItem onSelect={() => saveFile(`${name}.csv`, toCsv(table()))}>{t('csv')}</MenuItem>
      {figure && <MenuItem onSelect={savePng}>{t('png')}</MenuItem>}
    </Menu>
  );
}
