'use client'

import { type RefObject, useEffect, useId, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { controlStyles } from '@/components/ui/controls/input'
import { Segmented } from '@/components/ui/controls/segmented'
import { usePhone } from '@/components/ui/use-phone'
import { useSwipe } from '@/components/ui/use-swipe'
import { EarlierInvoice } from '../findings/earlier-invoice'
import { FindingOfReview } from '../findings/finding-of-review'
import { longFrom, ValueField } from '../values/value-field'
import { EvidencePicture } from './evidence-picture'
import { FieldButtons } from './field-buttons'
import { useFieldHint } from './field-hint'
import { FieldSteps } from './field-steps'
import { useStopLabel } from './stop-label'
import { type FieldOfReview, useCurrentField } from './use-current-field'

type CurrentFieldProps = FieldOfReview & { by: { name: string }; isCurrent: boolean }

/** More stand in no row; their own page shows them all. */
const mostParts = 8

/** The field to decide, large, with the piece of the page it was read from above it. Enter says that it is right. */
export function CurrentField({ review, stop, document, by, isCurrent }: CurrentFieldProps) {
  const { t, format } = useI18n()
  const labelOf = useStopLabel(document)
  const { box, text, type, problem, status, press, save, sayAbsent, isAsRead } = useCurrentField({
    review,
    stop,
    document,
    isCurrent,
  })
  // Chosen once: another kind of field under the hands would take the caret away.
  const [isLong] = useState(text.length > longFrom)
  const hintId = useId()
  const isPhone = usePhone()
  useTakenKeyboard({ box, isCurrent, isPhone })
  const step = (by: -1 | 1) => {
    const next = review.at + by
    if (next >= 0 && next < review.stops.length) review.goTo(next)
  }
  // What was typed and not saved yet is not swept away.
  useSwipe({ area: box, onSwipe: step, isEnabled: isCurrent && isAsRead })

  const { value } = review
  const place = { at: format.number(review.at + 1), count: format.number(review.stops.length) }
  const label = stop ? labelOf(stop) : t('review.queue.empty')
  const isFinding = stop?.kind === 'finding'
  const isSigned = isFinding && isAsRead
  const hint = useFieldHint({ review, stop, isSigned, by })
  return (
    <form
      ref={box}
      method="post"
      onKeyDown={press}
      onSubmit={(event) => event.preventDefault()}
      className="flex touch-pan-y touch-pinch-zoom flex-col gap-3 bg-accent-soft/40 px-4 py-4 sm:px-5"
    >
      <div className="flex items-baseline justify-between gap-3">
        <h3 className={classNames('min-w-0', isFinding ? 'text-base' : 'text-lg')}>
          <FindingOfReview {...{ review, stop, document }} words={label} />
        </h3>
        {stop ? <FieldSteps review={review} onStep={step} /> : null}
      </div>
      {stop?.kind === 'finding' ? <EarlierInvoice finding={stop.finding} document={document} /> : null}
      <PartChoice review={review} stop={stop} />
      <EvidencePicture evidence={value?.evidence ?? null} />
      {value ? (
        <ValueField
          kind={value.entry}
          isLong={isLong}
          text={text}
          onText={type}
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
        {problem ?? status ?? hint}
      </p>
      <FieldButtons {...{ review, stop, document, isSigned, save, sayAbsent }} />
    </form>
  )
}

/** Which of the values of a finding is put right. */
function PartChoice({ review, stop }: Pick<FieldOfReview, 'review' | 'stop'>) {
  const { t } = useI18n()
  if (stop?.kind !== 'finding' || stop.fields.length < 2) return null
  return (
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
  )
}

type Taken = { box: RefObject<HTMLFormElement | null>; isCurrent: boolean; isPhone: boolean }

/** The keyboard is in the field at once, all of it marked so that typing replaces it; that of a phone would hide the page. */
function useTakenKeyboard({ box, isCurrent, isPhone }: Taken): void {
  useEffect(() => {
    if (!isCurrent || !box.current) return
    const field = isPhone ? null : box.current.querySelector<HTMLElement>('input, textarea, select')
    const target = field ?? box.current.querySelector<HTMLElement>('[data-primary]')
    target?.focus({ preventScroll: true })
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select()
    box.current.scrollIntoView({ block: 'nearest' })
  }, [box, isCurrent, isPhone])
}
