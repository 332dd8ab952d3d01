'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SavedView } from '#lib/contract/views.ts';
import type { ViewPage } from '#lib/contract/viewWords.ts';
import {
  changeView,
  removeView,
  saveView,
  setDefaultView,
  viewsOptions,
} from '#lib/query/viewCalls.ts';
import { useErrorText } from '../useErrorText.ts';
import { viewLink } from './viewAddress.ts';

type Place = {
  slug: string;
  page: ViewPage;
  /** What the page shows, as the query of a view. */
  shown: string;
  current: SavedView | null;
  onOpen: (query: string) => void;
};

/** All that can be done with views, and what was done last in words. */
export function useViewActs({ slug, page, shown, current, onOpen }: Place) {
  const t = useTranslations('views');
  const errorText = useErrorText();
  const client = useQueryClient();
  const [said, setSaid] = useState<string | null>(null);
  const changed = () => client.invalidateQueries({ queryKey: viewsOptions(slug).queryKey });
  const open = (id: string | null) => onOpen(id === null ? shown : `${shown}&view=${id}`);
  const named = { name: current?.name ?? '' };
  const id = current?.id ?? '';
  /** Without a dialog there is no other place for what went wrong. */
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      setSaid(done);
    } catch (error) {
      setSaid(errorText(error));
    }
    await changed();
  };
  return {
    said,
    setSaid,
    save: async (name: string) => {
      const { data } = await saveView(slug, { page, name, query: shown });
      await changed();
      open(data.id);
      setSaid(t('saved', { name: data.name }));
    },
    rename: async (name: string) => {
      await changeView(slug, id, { name });
      await changed();
    },
    remove: async () => {
      await removeView(slug, id);
      open(null);
      await changed();
      setSaid(t('removed', named));
    },
    update: () => attempt(() => changeView(slug, id, { query: shown }), t('updated', named)),
    toggleDefault: () => {
      const on = current?.is_default !== true;
      return attempt(() => setDefaultView(slug, id, on), t(on ? 'isSet' : 'isUnset', named));
    },
    copy: async () => {
      if (current === null) return;
      try {
        await navigator.clipboard.writeText(`${window.location.origin}${viewLink(slug, current)}`);
        setSaid(t('copied'));
      } catch {
        setSaid(t('notCopied'));
      }
    },
  };
}
