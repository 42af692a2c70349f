import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, render } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import {
  AppRouterContext,
  type AppRouterInstance,
} from 'next/dist/shared/lib/app-router-context.shared-runtime.js'
import {
  PathnameContext,
  SearchParamsContext,
} from 'next/dist/shared/lib/hooks-client-context.shared-runtime.js'
import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { afterEach, expect, vi } from 'vitest'
import { I18nProvider } from '@/components/shell/i18n'
import { Toaster } from '@/components/ui/toaster'
import { TooltipProvider } from '@/components/ui/tooltip'
import { UploadContext, type Uploads } from '@/components/upload/queue/upload-context'
import type { Locale } from '@/lib/i18n/catalogues'
import { createTranslate } from '@/lib/i18n/translate'
import { bareTexts } from './bare-texts'
import './browser'

// Machines that run tests are busy ones.
configure({ asyncUtilTimeout: 10_000 })

export const t = createTranslate('en')
export const inSpanish = createTranslate('es')

afterEach(() => {
  const bare = bareTexts(document.body)
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  localStorage.clear()
  sessionStorage.clear()
  expect(bare, 'each text needs an element of its own').toEqual([])
})

type Around = {
  locale?: Locale
  timeZone?: string
  /** The address of the page, with its query. */
  path?: string
  client?: QueryClient
  uploads?: Uploads
}

/** Renders a part of the desk with everything it may ask for around it, in a browser at `path`. */
export function renderDesk(part: ReactNode, around: Around = {}) {
  const {
    locale = 'en',
    timeZone = 'America/Santiago',
    path = '/',
    client = createClient(),
    uploads,
  } = around
  history.replaceState(null, '', path)
  const router = createRouter()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Address router={router}>
      <I18nProvider locale={locale} timeZone={timeZone}>
        <QueryClientProvider client={client}>
          <TooltipProvider>
            {uploads ? <UploadContext value={uploads}>{children}</UploadContext> : children}
          </TooltipProvider>
          <Toaster label="toasts" />
        </QueryClientProvider>
      </I18nProvider>
    </Address>
  )
  // Dialogs close in steps: what lies below them cannot be pointed at for a moment that no person sees.
  const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never })
  return { ...render(part, { wrapper }), client, router, user }
}

/** Leaving the page for another address, which jsdom cannot do. */
export function stubNavigation() {
  const assign = vi.fn<Location['assign']>()
  vi.stubGlobal('location', Object.assign(new URL(location.href), { assign }))
  return assign
}

/** Nothing put into it is stale, so that only what is missing is fetched; a failure is not tried again. */
export function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
  })
}

function createRouter() {
  return {
    push: vi.fn<AppRouterInstance['push']>(),
    replace: vi.fn<AppRouterInstance['replace']>(),
    refresh: vi.fn<AppRouterInstance['refresh']>(),
    prefetch: vi.fn<AppRouterInstance['prefetch']>(),
    back: vi.fn<AppRouterInstance['back']>(),
    forward: vi.fn<AppRouterInstance['forward']>(),
  }
}

/** As Next.js does, a change of the address by the history alone is known to the hooks. */
function Address({ router, children }: { router: ReturnType<typeof createRouter>; children: ReactNode }) {
  const address = useSyncExternalStore(watchAddress, () => location.pathname + location.search)
  const { pathname, searchParams } = useMemo(() => new URL(address, location.origin), [address])
  return (
    <AppRouterContext value={router as unknown as AppRouterInstance}>
      <PathnameContext value={pathname}>
        <SearchParamsContext value={searchParams}>{children}</SearchParamsContext>
      </PathnameContext>
    </AppRouterContext>
  )
}

function watchAddress(listener: () => void): () => void {
  const { pushState, replaceState } = history
  const watched =
    (change: History['pushState']): History['pushState'] =>
    (...change_) => {
      change.apply(history, change_)
      listener()
    }
  history.pushState = watched(pushState)
  history.replaceState = watched(replaceState)
  return () => Object.assign(history, { pushState, replaceState })
}
