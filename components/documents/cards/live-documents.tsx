'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo, useRef, useState } from 'react'
import { NotificationButton } from '@/components/notifications/notification-button'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { type ShortcutHint, useShortcutHints } from '@/components/shell/keys/shortcut-provider'
import { useShortcuts } from '@/components/shell/keys/use-shortcuts'
import { useConnection } from '@/components/shell/live/live-connection'
import { Button } from '@/components/ui/controls/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { liveDocumentLimit, liveDocumentsQuery } from '@/lib/documents/queries'
import type { BulkOutcome } from '../actions/bulk-outcome'
import { BulkOutcomeNotice } from '../actions/bulk-outcome-notice'
import { RetryFailedButton } from '../actions/retry-failed-button'
import { useLateDocuments } from '../summary/lateness'
import { type CardFilter, filterCards, readCardFilter, writeCardFilter } from './card-filter'
import { CardGrid, CardSkeletons } from './card-grid'
import { CardSearch } from './card-search'
import { FirstDocuments } from './first-documents'
import { GroupCounters } from './group-counters'
import { useGroupCounts } from './use-group-counts'

/** While the event line is not live, the cards ask for themselves. */
const pollMs = 4_000

const none: DocumentSummary[] = []
const keys: ShortcutHint[] = [{ keys: '/', label: 'keys.filter_cards' }]

/** The newest documents as cards that keep themselves up to date. */
export function LiveDocuments() {
  const { t } = useI18n()
  const isLive = useConnection().status === 'live'
  const { data, error, refetch } = useQuery({
    ...liveDocumentsQuery,
    refetchInterval: isLive ? false : pollMs,
  })
  const { filter, change } = useCardFilter()
  const search = useRef<HTMLInputElement>(null)
  useShortcutHints(keys)
  useShortcuts({ '/': () => search.current?.focus() })

  const documents = data?.documents
  const late = useLateDocuments(documents ?? none)
  const counts = useGroupCounts(documents ?? none)
  const shown = useMemo(() => documents && filterCards({ documents, filter }), [documents, filter])
  const failed = useMemo(() => shown?.filter(({ state }) => state === 'failed') ?? [], [shown])
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null)

  if (!documents || !shown)
    return (
      <section aria-label={t('cards.title')} aria-busy={!error} className="mt-4">
        {error ? (
          <Notice
            tone="bad"
            urgent
            title={t('problem.title')}
            actions={<Button onClick={() => void refetch()}>{t('common.retry')}</Button>}
          >
            {failureText({ t, error })}
          </Notice>
        ) : (
          <CardSkeletons />
        )}
      </section>
    )
  if (documents.length === 0) return <FirstDocuments />
  return (
    <section aria-label={t('cards.title')} className="mt-4">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2.5">
        <GroupCounters
          counts={counts}
          late={late.size}
          selected={filter.group}
          onSelect={(group) => change({ group })}
        />
        <div className="flex w-full flex-wrap items-center gap-2 sm:w-auto">
          <RetryFailedButton
            count={failed.length}
            pages={failed.reduce((sum, { pages }) => sum + pages, 0)}
            target={{ ids: failed.map(({ id }) => id) }}
            onDone={setOutcome}
          />
          <CardSearch ref={search} text={filter.text} onText={(text) => change({ text })} />
          <NotificationButton />
        </div>
      </div>
      {outcome ? <BulkOutcomeNotice outcome={outcome} onClose={() => setOutcome(null)} /> : null}
      {shown.length > 0 ? (
        <CardGrid documents={shown} label={t('cards.label')} />
      ) : (
        <EmptyState
          icon={null}
          title={t('cards.none')}
          actions={
            <Button onClick={() => change({ group: null, text: '' })}>{t('table.filter.clear')}</Button>
          }
        />
      )}
      {documents.length >= liveDocumentLimit ? (
        <p className="mt-5 text-center text-ink-soft text-sm">
          <span>{t('cards.limit', { limit: liveDocumentLimit })}</span>{' '}
          <Link href="/documents" className="text-accent underline">
            {t('nav.documents')}
          </Link>
        </p>
      ) : null}
    </section>
  )
}

/** The filter of the cards, kept in the address. */
function useCardFilter() {
  const search = useSearchParams()
  const filter = useMemo(() => readCardFilter(search), [search])
  const change = useCallback((changes: Partial<CardFilter>) => {
    const current = readCardFilter(new URLSearchParams(window.location.search))
    const next = writeCardFilter({ ...current, ...changes })
    window.history.replaceState(null, '', `${window.location.pathname}${next.size > 0 ? `?${next}` : ''}`)
  }, [])
  return { filter, change }
}
