'use client'

import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Button } from '@/components/ui/controls/button'
import { controlStyles } from '@/components/ui/controls/input'
import { Segmented } from '@/components/ui/controls/segmented'
import { Kbd } from '@/components/ui/kbd'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { misfitOf } from '@/lib/documents/review/misfit'
import { errorMessage } from '@/lib/i18n/error-message'
import { OtherStepMenu } from '../progress/other-step-menu'
import type { ResultValue, Scalar } from '../result/result-tree'
import { entryText, parseEntry } from '../result/value-entry'
import { isHalfTyped, ValueField } from '../values/value-field'
import { EvidencePicture } from './evidence-picture'
import type { ReviewStop } from './review-stops'
import { useStopLabel } from './stop-label'
import type { useDocumentReview } from './use-document-review'

type CurrentFieldProps = {
  review: ReturnType<typeof useDocumentReview>
  /** Null where nothing is left to decide. */
  stop: ReviewStop | null
  document: DocumentDetail
  by: { name: string }
  isCurrent: boolean
}

const longFrom = 60
/** More stand in no row; their own page shows them all. */
const mostParts = 8

/** The field to decide, large, with the piece of the page it was read from above it. Enter says that it is right. */
export function CurrentField({ review, stop, document, by, isCurrent }: CurrentFieldProps) {
  const { t, format, locale } = useI18n()
  const labelOf = useStopLabel(document)
  const { value } = review
  const [text, setText] = useState(() => entryText({ value: value?.value ?? null, locale }))
  const [isLong] = useState(text.length > longFrom)
  const [seen, setSeen] = useState(value?.value ?? null)
  const [problem, setProblem] = useState<string | null>(null)
  // Nobody overwrites what they have not seen.
  if (value && value.value !== seen) {
    setSeen(value.value)
    setText(entryText({ value: value.value, locale }))
    setProblem(t('error.document.value_changed'))
  }
  const box = useRef<HTMLFormElement>(null)
  const hintId = useId()
  useTakenKeyboard({ box, isCurrent })

  const save = () => {
    const entry = value ? typedEntry(value) : null
    if (entry === undefined) return setProblem(t(`review.edit.not_understood_${value?.entry ?? 'text'}`))
    const misfit = entry === value?.value ? null : misfitIn(entry)
    if (misfit) return setProblem(errorMessage(t, { code: 'document.value_misfit', values: misfit }))
    decide(entry)
  }
  const typedEntry = ({ entry: kind }: ResultValue) =>
    isHalfTyped(box.current) ? undefined : parseEntry({ text, kind, locale })
  const decide = (entry: Scalar) => {
    setSeen(value ? entry : null)
    review.decide({ value, entry })
  }
  const misfitIn = (entry: Scalar) =>
    value &&
    misfitOf({
      value: entry,
      read: value.correction ? value.correction.read : value.value,
      path: value.path,
      schema: document.resultSchema,
    })
  const sayAbsent = () => stop?.kind === 'field' && decide(null)
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    // An Enter that ends a composition (Japanese, Chinese, Korean) decides nothing.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    // A menu's choice, and what is pressed in a dialog: both stand elsewhere on the page.
    if (event.defaultPrevented) return
    // A key that is held has decided once.
    if (event.repeat) return event.preventDefault()
    if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return
    const isOnButton = event.target instanceof HTMLElement && event.target.closest('button') !== null
    if (isOnButton && !event.shiftKey && !event.altKey) return
    event.preventDefault()
    if (event.shiftKey) review.back()
    else if (event.altKey) sayAbsent()
    else save()
  }

  const place = { at: format.number(review.at + 1), count: format.number(review.stops.length) }
  const label = stop ? labelOf(stop) : t('review.queue.empty')
  const isFinding = stop?.kind === 'finding'
  const isSigned = isFinding && text === entryText({ value: value?.value ?? null, locale })
  return (
    <form
      ref={box}
      method="post"
      onKeyDown={press}
      onSubmit={(event) => event.preventDefault()}
      className="flex flex-col gap-3 bg-accent-soft/40 px-4 py-4 sm:px-5"
    >
      <div className="flex items-baseline justify-between gap-3">
        <h3 className={classNames('min-w-0', isFinding ? 'text-base' : 'text-lg')}>{label}</h3>
        {stop ? (
          <span className="figures shrink-0 text-ink-soft text-sm">{t('review.queue.field_of', place)}</span>
        ) : null}
      </div>
      {stop?.kind === 'finding' && stop.fields.length > 1 ? (
        <div className="overflow-x-auto">
          <Segmented
            label={t('review.queue.parts')}
            value={String(review.part)}
            onChange={(part) => review.choosePart(Number(part))}
            options={stop.fields
              .slice(0, mostParts)
              .map((field, at) => ({ value: String(at), label: field.label }))}
          />
        </div>
      ) : null}
      <EvidencePicture evidence={value?.evidence ?? null} />
      {value ? (
        <ValueField
          kind={value.entry}
          isLong={isLong}
          text={text}
          onText={(next) => {
            setText(next)
            setProblem(null)
          }}
          className={classNames(controlStyles, 'figures h-12 w-full px-3 text-xl')}
          aria-label={t('review.queue.current', { label: isFinding ? value.label : label, ...place })}
          aria-invalid={problem !== null}
          aria-describedby={hintId}
        />
      ) : null}
      <p
        id={hintId}
        className={classNames('text-sm', problem ? 'text-bad' : 'text-ink-soft')}
        aria-live="polite"
      >
        {problem ?? hintOf()}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" data-primary onClick={save} className="max-sm:w-full">
          <span>{t(isSigned ? 'review.queue.printed' : 'review.queue.right')}</span>
          <Keys keys={['Enter']} />
        </Button>
        {stop?.kind === 'field' ? (
          <Button onClick={sayAbsent}>
            <span>{t('review.queue.absent')}</span>
            <Keys keys={['Alt', 'Enter']} />
          </Button>
        ) : null}
        <Button variant="quiet" disabled={review.at === 0} onClick={review.back}>
          <span>{t('review.queue.back')}</span>
          <Keys keys={['Shift', 'Enter']} />
        </Button>
        {document.nothingFound ? <OtherStepMenu document={document} onSent={review.onSent} /> : null}
      </div>
    </form>
  )

  function hintOf(): string {
    if (isSigned) return t('review.queue.printed_hint', { name: by.name })
    if (stop?.kind === 'field' && stop.isMissing) return t('review.queue.missing')
    const { evidence } = value ?? {}
    return [
      evidence?.text ? t('review.queue.read', { value: evidence.text }) : '',
      evidence?.confidence == null
        ? ''
        : t('review.queue.certainty', { percent: format.percent(evidence.confidence) }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
}

function Keys({ keys }: { keys: string[] }) {
  return (
    <span aria-hidden className="hidden items-center gap-1 lg:inline-flex">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  )
}

type Taken = { box: RefObject<HTMLFormElement | null>; isCurrent: boolean }

/** The keyboard is in the field at once, all of it marked so that typing replaces it. */
function useTakenKeyboard({ box, isCurrent }: Taken): void {
  useEffect(() => {
    if (!isCurrent || !box.current) return
    const field = box.current.querySelector<HTMLElement>('input, textarea, select')
    const target = field ?? box.current.querySelector<HTMLElement>('[data-primary]')
    target?.focus({ preventScroll: true })
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select()
    box.current.scrollIntoView({ block: 'nearest' })
  }, [box, isCurrent])
}
