import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { viewAddress } from '#components/screens/views/viewAddress.ts';
import type { Desk } from '#lib/contract/desk.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { readReader } from '#lib/contract/readReader.ts';
import { READER_COOKIE, type ViewPage } from '#lib/contract/viewWords.ts';

type Opened = { facts: HomeFacts; desk: (reader: string | null) => Promise<Desk> };
type Asked = Promise<Record<string, string | string[] | undefined>>;

/** Sends a bare page on to its reader's own view of it, and the link of a view to what it says. */
export async function followView(page: ViewPage, opened: Opened, asked: Asked): Promise<Desk> {
  const reader = readReader((await cookies()).get(READER_COOKIE)?.value);
  const desk = await opened.desk(reader);
  const address = viewAddress(page, await asked, opened.facts, desk.views.data.views);
  if (address !== null) redirect(address);
  return desk;
}
