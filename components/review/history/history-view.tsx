'use client'

import { StateBadge } from '@/components/documents/summary/state-badge'
import { useI18n } from '@/components/shell/i18n'
import { CopyButton } from '@/components/ui/controls/copy-button'
import type { DocumentAttempt, DocumentDetail } from '@/lib/documents/model/schema'
import { isErrorCode } from '@/lib/errors'
import { errorMessage } from '@/lib/i18n/error-message'
import { StageList } from '../progress/stage-list'
import { stagesOf } from '../progress/stages'
import type { ResultValue } from '../result/result-tree'
import { AttemptValues } from './attempt-values'
import { EventList } from './event-list'

type HistoryViewProps = {
  document: DocumentDetail
  values: ResultValue[]
  /** Brings the reader to a value. */
  onShow: (path: string) => void
}

/** What people did with the values; then every attempt: its stages, how it ended, what it cost and what earlier ones read. */
export function HistoryView({ document, values, onShow }: HistoryViewProps) {
  const { t } = useI18n()
  const { attempts, resultSchema } = document
  if (attempts.length === 0) {
    return <p className="px-5 py-10 text-center text-ink-faint text-sm">{t('review.history.none')}</p>
  }
  return (
    <>
      <EventList document={document} values={values} onShow={onShow} />
      <ol className="divide-y">
        {attempts.map((attempt) => (
          <li key={attempt.number} className="px-4 py-5 sm:px-5">
            <Attempt attempt={attempt} resultSchema={resultSchema} />
          </li>
        ))}
      </ol>
    </>
  )
}

type AttemptProps = Pick<DocumentDetail, 'resultSchema'> & { attempt: DocumentAttempt }

function Attempt({ attempt, resultSchema }: AttemptProps) {
  const { t, format } = useI18n()
  const { error, result } = attempt
  return (
    <article aria-label={t('review.history.attempt', { number: attempt.number })}>
      <header className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <h3>{t('review.history.attempt', { number: attempt.number })}</h3>
        <StateBadge state={attempt.state} />
        <span className="figures text-ink-faint" title={format.exactTime(attempt.startedAt)}>
          {format.dateTime(attempt.startedAt)}
        </span>
        <span className="figures ml-auto text-ink-soft">
          {t('review.history.pages', { pages: attempt.pagesCounted })}
        </span>
      </header>
      <StageList stages={stagesOf({ ...attempt, receivedAt: attempt.startedAt })} />
      {error ? (
        <p className="mt-3 text-ink-soft text-sm">
          <span>{isErrorCode(error.code) ? errorMessage(t, { code: error.code }) : error.message}</span>{' '}
          {error.detail ? <span>{t('review.failed.detail', { detail: error.detail })}</span> : null}
        </p>
      ) : null}
      {result ? <AttemptValues result={result} resultSchema={resultSchema} /> : null}
      {attempt.executionId ? (
        <p className="mt-3 flex items-center gap-2 text-ink-faint text-xs">
          <span>{t('review.history.execution')}</span>
          <code className="min-w-0 break-all">{attempt.executionId}</code>
          <CopyButton
            text={attempt.executionId}
            label={t('review.value.copy', { label: t('review.history.execution') })}
            copiedLabel={t('common.copied')}
            className="size-7"
          />
        </p>
      ) : null}
    </article>
  )
}
