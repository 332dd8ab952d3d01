'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useQueryStates } from 'nuqs';
import { createLoader } from 'nuqs/server';
import { useCallback, useMemo, useState } from 'react';
import { type ViewAction, ViewMenu } from '#components/controls/ViewMenu.tsx';
import { Toast } from '#components/ui/Toast.tsx';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { ViewPage } from '#lib/contract/viewWords.ts';
import { viewsOptions } from '#lib/query/viewCalls.ts';
import { readView, shownQuery } from './readView.ts';
import { useViewActs } from './useViewActs.ts';
import type { Asking } from './ViewDialogs.tsx';
import { ViewNotice } from './ViewNotice.tsx';
import { VIEW_SEARCH } from './viewSearch.ts';

const ViewDialogs = dynamic(() => import('./ViewDialogs.tsx').then((one) => one.ViewDialogs), {
  ssr: false,
});

type Props = {
  page: ViewPage;
  facts: HomeFacts;
};

/** The saved views of a page: the chip in its bar, and what it leads to. */
export function Views({ page, facts }: Props) {
  const { slug } = facts;
  const [state, setState] = useQueryStates(VIEW_SEARCH[page], { history: 'push' });
  /** Shows what a query says, and nothing else of what was shown. */
  const onOpen = (query: string) => setState(createLoader(VIEW_SEARCH[page])(query));
  const query = useQuery(viewsOptions(slug));
  const [asking, setAsking] = useState<Asking | null>(null);
  const views = query.data?.data.views.filter((one) => one.page === page) ?? [];
  const current = views.find(({ id }) => id === state.view) ?? null;
  const kept = current?.query ?? null;
  const read = useMemo(
    () => (kept === null ? null : readView(page, kept, facts)),
    [kept, page, facts],
  );
  const shown = shownQuery(page, state);
  const acts = useViewActs({ slug, page, shown, current, onOpen });
  const { said, setSaid, update, toggleDefault, copy } = acts;
  const silence = useCallback(() => setSaid(null), [setSaid]);
  const act = (action: ViewAction) => {
    if (action === 'update') return update();
    if (action === 'default') return toggleDefault();
    if (action === 'copy') return copy();
    return setAsking(action);
  };
  const dropped = read?.dropped ?? [];
  const isGone = state.view !== null && current === null && query.data !== undefined;
  return (
    <>
      <ViewMenu
        views={views}
        current={current}
        changed={read !== null && read.query !== shown}
        onOpen={(view) => onOpen(`${readView(page, view.query, facts).query}&view=${view.id}`)}
        onAct={act}
      />
      {(isGone || dropped.length > 0) && (
        <ViewNotice
          name={current?.name ?? null}
          dropped={dropped}
          onUpdate={update}
          onDismiss={() => onOpen(shown)}
        />
      )}
      {asking && (
        <ViewDialogs
          asking={asking}
          current={current}
          views={views}
          onSave={acts.save}
          onRename={acts.rename}
          onRemove={acts.remove}
          onClose={() => setAsking(null)}
        />
      )}
      <Toast text={said} onDone={silence} />
    </>
  );
}
