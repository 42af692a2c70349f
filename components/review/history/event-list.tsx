'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { LoadProblem } from '@/components/shell/load-problem'
import { Button } from '@/components/ui/controls/button'
import { Sentence } from '@/components/ui/sentence'
import { historyQuery } from '@/lib/documents/history-queries'
import type { FieldEvent } from '@/lib/documents/model/field-event'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import type { ResultValue } from '../result/result-tree'
import { eventField, eventWords } from './event-words'

type EventListProps = {
  document: DocumentDetail
  values: ResultValue[]
  /** Brings the reader to a value. */
  onShow: (path: string) => void
}

/** All that people did with the values, the newest first. */
export function EventList({ document, values, onShow }: EventListProps) {
  const { t } = useI18n()
  const history = useInfiniteQuery({ ...historyQuery(document), placeholderData: keepPreviousData })
  const byPath = useMemo(() => new Map(values.map((value) => [value.path, value])), [values])
  if (history.isError) return <LoadProblem error={history.error} onRetry={() => void history.refetch()} />
  const events = history.data?.pages.flatMap((page) => page.events) ?? []
  if (events.length === 0) return null
  return (
    <section aria-label={t('review.history.changes')} className="border-b px-4 py-4 sm:px-5">
      <h3 className="mb-2 text-sm">{t('review.history.changes')}</h3>
      <ol className="flex flex-col gap-2 text-sm">
        {events.map((event) => (
          <EventLine key={event.sequence} event={event} document={document} values={byPath} onShow={onShow} />
        ))}
      </ol>
      {history.hasNextPage ? (
        <Button
          size="small"
          className="mt-3"
          disabled={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          <span>{t('review.history.earlier')}</span>
        </Button>
      ) : null}
    </section>
  )
}

type EventLineProps = Omit<EventListProps, 'values'> & {
  event: FieldEvent
  values: ReadonlyMap<string, ResultValue>
}

function EventLine({ event, document, values, onShow }: EventLineProps) {
  const { t, format, locale } = useI18n()
  const { result, resultSchema } = document
  const field = eventField({ event, resultSchema, locale })
  const { path } = event
  const isShown = path !== null && event.attempt === document.attempt && isThere({ path, values })
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4">
      <p className="min-w-0 break-words">
        <Sentence
          text={eventWords({ event, result, resultSchema, values, t, format, locale })}
          parts={{
            field: isShown ? (
              <button
                type="button"
                onClick={() => onShow(path)}
                className="rounded font-medium text-accent underline decoration-accent/40 underline-offset-4 hover:bg-accent-soft"
              >
                {field}
              </button>
            ) : (
              <span className="font-medium">{field}</span>
            ),
          }}
        />
      </p>
      <time
        dateTime={event.at}
        title={format.exactTime(event.at)}
        className="figures whitespace-nowrap text-ink-faint text-xs"
      >
        {format.dateTime(event.at)}
      </time>
    </li>
  )
}

/** A value, or a row with values that was not taken out. */
const isThere = ({ path, values }: { path: string; values: ReadonlyMap<string, ResultValue> }) =>
  values.has(path) || [...values.keys()].some((one) => one.startsWith(`${path}.`))
