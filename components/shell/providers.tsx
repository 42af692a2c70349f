'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ReplyError } from '@/lib/fetch-json'
import type { Locale } from '@/lib/i18n/catalogues'
import { Toaster } from '../ui/toaster'
import { TooltipProvider } from '../ui/tooltip'
import { I18nProvider, useI18n } from './i18n'

type ProvidersProps = { locale: Locale; timeZone: string; children: ReactNode }

export function Providers({ locale, timeZone, children }: ProvidersProps) {
  const [client] = useState(createQueryClient)
  return (
    <I18nProvider locale={locale} timeZone={timeZone}>
      <QueryClientProvider client={client}>
        <TooltipProvider delayDuration={300}>{children}</TooltipProvider>
        <Toasts />
      </QueryClientProvider>
    </I18nProvider>
  )
}

function Toasts() {
  const { t } = useI18n()
  return <Toaster label={t('settings.notices.title')} />
}

/** The event stream keeps the cache fresh, so nothing is stale by mere time; our own refusals are not retried. */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // A browser that believes to be offline may still reach a desk on its own machine.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        retry: (failures, error) => !(error instanceof ReplyError && error.status < 500) && failures < 3,
      },
    },
  })
}
