'use client';
import { Bookmark, ChevronDown, Copy, Pencil, Plus, Save, Star, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '#components/ui/Menu.tsx';
import { triggerClass } from '#components/ui/triggerClass.ts';
import type { SavedView } from '#lib/contract/views.ts';

export type ViewAction = 'save' | 'update' | 'rename' | 'default' | 'copy' | 'remove';

type Props = {
  /** Those of this page. */
  views: readonly SavedView[];
  /** The one that the page came from. */
  current: SavedView | null;
  /** Whether the page shows something else by now. */
  changed: boolean;
  onOpen: (view: SavedView) => void;
  onAct: (action: ViewAction) => void;
};

const ICON = 'size-3.5';

/** Opens a view, keeps what is shown as one, and looks after the one that is open. */
export function ViewMenu({ views, current, changed, onOpen, onAct }: Props) {
  const t = useTranslations('views');
  const name = current?.name ?? null;
  // A page that changes under a menu on its way out is scrolled to where the menu was.
  const chosen = useRef<(() => void) | null>(null);
  const choose = (action: ViewAction) => {
    chosen.current = () => onAct(action);
  };
  const carryOut = () => {
    chosen.current?.();
    chosen.current = null;
  };
  const trigger = (
    <button
      type="button"
      aria-label={name === null ? t('menu') : t(changed ? 'openChanged' : 'open', { name })}
      className={triggerClass('chip', current !== null)}
    >
      <Bookmark aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      <span className="max-w-40 truncate">{name ?? t('menu')}</span>
      {changed && <span className="shrink-0 text-ink-3">{t('changed')}</span>}
      <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
    </button>
  );
  return (
    <Menu trigger={trigger} align="start" onClosed={carryOut}>
      {views.length > 0 && (
        <>
          <MenuChoice
            label={t('list')}
            value={current?.id ?? ''}
            options={views.map((view) => ({
              value: view.id,
              label: view.name,
              ...(view.is_default ? { hint: t('isDefault') } : {}),
            }))}
            onChange={(id) => {
              const view = views.find((one) => one.id === id);
              chosen.current = view ? () => onOpen(view) : null;
            }}
          />
          <MenuSeparator />
        </>
      )}
      {current && changed && (
        <MenuItem icon={<Save aria-hidden className={ICON} />} onSelect={() => choose('update')}>
          {t('update', { name: current.name })}
        </MenuItem>
      )}
      <MenuItem icon={<Plus aria-hidden className={ICON} />} onSelect={() => choose('save')}>
        {t('save')}
      </MenuItem>
      {current && <OfCurrent view={current} onAct={choose} />}
    </Menu>
  );
}

function OfCurrent({ view, onAct }: { view: SavedView; onAct: Props['onAct'] }) {
  const t = useTranslations('views');
  return (
    <>
      <MenuSeparator />
      <MenuItem icon={<Star aria-hidden className={ICON} />} onSelect={() => onAct('default')}>
        {t(view.is_default ? 'unsetDefault' : 'setDefault')}
      </MenuItem>
      <MenuItem icon={<Copy aria-hidden className={ICON} />} onSelect={() => onAct('copy')}>
        {t('copy')}
      </MenuItem>
      <MenuItem icon={<Pencil aria-hidden className={ICON} />} onSelect={() => onAct('rename')}>
        {t('rename')}
      </MenuItem>
      <MenuItem icon={<Trash2 aria-hidden className={ICON} />} onSelect={() => onAct('remove')}>
        {t('remove')}
      </MenuItem>
    </>
  );
}
