'use client';
import { Copy, Ellipsis, History, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Menu, MenuItem } from '#components/ui/Menu.tsx';
import { triggerClass } from '#components/ui/triggerClass.ts';
import type { Scenario } from '#lib/contract/scenarios.ts';
import type { Asking } from './ScenarioDialogs.tsx';

type Props = { scenario: Scenario; onAsk: (asking: Asking) => void };

const ICON = 'size-3.5';

/** What else can be done with the scenario that is open. */
export function ScenarioMenu({ scenario, onAsk }: Props) {
  const t = useTranslations('scenarios.panel');
  // A dialog that opens before the menu is gone would hand its focus back to the page.
  const chosen = useRef<Asking | null>(null);
  const ask = () => {
    if (chosen.current !== null) onAsk(chosen.current);
    chosen.current = null;
  };
  const choose = (asking: Asking) => () => {
    chosen.current = asking;
  };
  const trigger = (
    <button
      type="button"
      aria-label={t('more', { name: scenario.name })}
      className={triggerClass('chip')}
    >
      <Ellipsis aria-hidden className="size-4" />
    </button>
  );
  return (
    <Menu trigger={trigger} onClosed={ask}>
      <MenuItem icon={<History aria-hidden className={ICON} />} onSelect={choose('versions')}>
        {t('versions', { count: scenario.version })}
      </MenuItem>
      <MenuItem icon={<Copy aria-hidden className={ICON} />} onSelect={choose('duplicate')}>
        {t('duplicate')}
      </MenuItem>
      <MenuItem icon={<Pencil aria-hidden className={ICON} />} onSelect={choose('rename')}>
        {t('rename')}
      </MenuItem>
      {!scenario.locked && (
        <MenuItem icon={<Trash2 aria-hidden className={ICON} />} onSelect={choose('remove')}>
          {t('remove')}
        </MenuItem>
      )}
    </Menu>
  );
}
