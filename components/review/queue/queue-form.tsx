'use client'

import { Check, CircleDot } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { CurrentField } from '../field/current-field'
import { useStopLabel } from '../field/stop-label'
import type { useDocumentReview } from '../field/use-document-review'
import type { ResultValue } from '../result/result-tree'
import { formatValue } from '../result/value-text'

type Review = ReturnType<typeof useDocumentReview>
type QueueFormProps = {
  review: Review
  document: DocumentDetail
  by: { name: string }
  isCurrent: boolean
}

type Row = { key: string; stopAt: number | null; value: ResultValue | null }

/** The fields of a document; the one to decide stands large among them. */
export function QueueForm({ review, document, by, isCurrent }: QueueFormProps) {
  const { t } = useI18n()
  const { stops, stop, open } = review
  const labelOf = useStopLabel(document)
  return (
    <section aria-label={t('review.queue.fields')}>
      <ul className="divide-y">
        {rowsOf(review).map(({ key, stopAt, value }) => {
          const one = stopAt === null ? null : stops[stopAt]
          if (one && one.id === stop?.id) {
            return (
              <li key={key}>
                <CurrentField
                  key={`${one.id} ${review.part}`}
                  review={review}
                  stop={one}
                  document={document}
                  by={by}
                  isCurrent={isCurrent}
                />
              </li>
            )
          }
          if (!one) {
            return (
              <li key={key} className="max-lg:hidden">
                {value ? <PlainRow value={value} /> : null}
              </li>
            )
          }
          return (
            <li key={key}>
              <button
                type="button"
                onClick={() => stopAt !== null && review.goTo(stopAt)}
                className="flex w-full items-center gap-3 px-4 py-2 text-left text-sm hover:bg-sunken/60 sm:px-5"
              >
                <Mark isOpen={open.has(one.id)} />
                <span className="min-w-0 flex-1 truncate text-ink-soft">{labelOf(one)}</span>
                {value ? <Shown value={value} /> : null}
              </button>
            </li>
          )
        })}
      </ul>
      {stops.length === 0 ? (
        <CurrentField review={review} stop={null} document={document} by={by} isCurrent={isCurrent} />
      ) : null}
    </section>
  )
}

/** Single values of the document and all that is to decide; of its tables only what is. */
function rowsOf({ stops, values }: Review): Row[] {
  const at = new Map(stops.map(({ id }, index) => [id, index]))
  const fields = values
    .filter(({ path }) => at.has(path) || !path.includes('.'))
    .map((value): Row => ({ key: value.path, stopAt: at.get(value.path) ?? null, value }))
  const known = new Set(fields.map(({ key }) => key))
  const others = stops.flatMap(({ id }, index): Row[] =>
    known.has(id) ? [] : [{ key: id, stopAt: index, value: null }],
  )
  return [...fields, ...others]
}

function PlainRow({ value }: { value: ResultValue }) {
  return (
    <div className="flex items-center gap-3 px-4 py-2 text-sm sm:px-5">
      <span aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate text-ink-faint">{value.label}</span>
      <Shown value={value} />
    </div>
  )
}

function Shown({ value }: { value: ResultValue }) {
  const { t, format } = useI18n()
  const isEmpty = value.value === null
  return (
    <span className={classNames('figures max-w-[60%] truncate', isEmpty && 'text-ink-faint italic')}>
      {formatValue({ value, format, t })}
    </span>
  )
}

function Mark({ isOpen }: { isOpen: boolean }) {
  const { t } = useI18n()
  return isOpen ? (
    <>
      <CircleDot aria-hidden className="size-4 shrink-0 text-attention" />
      <span className="sr-only">{t('to_review')}</span>
    </>
  ) : (
    <>
      <Check aria-hidden className="size-4 shrink-0 text-good" />
      <span className="sr-only">{t('review.queue.done')}</span>
    </>
  )
}
