'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import { NextIntlClientProvider } from 'next-intl';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import type { Locale } from '#lib/i18n/locales.ts';
import type { Messages } from '#lib/i18n/messages/en.ts';
import { createQueryClient } from '#lib/query/createQueryClient.ts';

type Props = { locale: Locale; messages: Messages; children: ReactNode };

export function Providers({ locale, messages, children }: Props) {
  const [client] = useState(createQueryClient);
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      <QueryClientProvider client={client}>
        <NuqsAdapter>{children}</NuqsAdapter>
      </QueryClientProvider>
    </NextIntlClientProvider>
  );
}
