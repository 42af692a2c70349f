'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import { readDraft, writeDraft } from '@/components/forms/drafts'
import { useI18n } from '@/components/shell/i18n'
import type { Place } from '@/lib/documents/model/corrections'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { misfitOf } from '@/lib/documents/review/misfit'
import { errorMessage } from '@/lib/i18n/error-message'
import { useFieldPointing } from '../pointing/use-field-pointing'
import type { ResultValue, Scalar } from '../result/result-tree'
import { entryText, parseEntry } from '../result/value-entry'
import { isHalfTyped } from '../values/value-field'
import type { ReviewStop } from './review-stops'
import type { useDocumentReview } from './use-document-review'

export type FieldOfReview = {
  review: ReturnType<typeof useDocumentReview>
  /** Null where nothing is left to decide. */
  stop: ReviewStop | null
  document: DocumentDetail
}

/** What is typed into the current field, and the decision that comes of it. */
export function useCurrentField({
  review,
  stop,
  document,
  isCurrent,
}: FieldOfReview & { isCurrent: boolean }) {
  const { t, locale } = useI18n()
  const { value } = review
  const asRead = entryText({ value: value?.value ?? null, locale })
  // What was typed over another value is not for this one.
  const draft = `review.${document.id}.${value?.path ?? ''}.${asRead}`
  const [text, setText] = useState(() => (value && readDraft(draft)) ?? asRead)
  const [seen, setSeen] = useState(value?.value ?? null)
  const [problem, setProblem] = useState<string | null>(null)
  const [picked, setPicked] = useState<{ text: string; place: Place } | null>(null)
  const box = useRef<HTMLFormElement>(null)
  // Nobody overwrites what they have not seen.
  if (value && value.value !== seen) {
    setSeen(value.value)
    setText(asRead)
    setProblem(t('error.document.value_changed'))
  }

  const show = (next: string) => {
    setText(next)
    setProblem(null)
    writeDraft(draft, next === asRead ? null : next)
  }
  const pointing = useFieldPointing({
    value,
    isActive: isCurrent,
    typed: text === asRead || text === picked?.text ? '' : text,
    onPick: ({ entry, place }) => {
      const shown = entryText({ value: entry, locale })
      show(shown)
      setPicked({ text: shown, place })
    },
    onMisfit: setProblem,
  })

  const decide = (entry: Scalar) => {
    setSeen(value ? entry : null)
    writeDraft(draft, null)
    const place = picked?.text === text ? picked.place : undefined
    review.decide({ value, entry, ...(place && entry !== null && { place }) })
  }
  const save = () => {
    const entry = value ? typedEntry(value) : null
    if (entry === undefined) return setProblem(t(`review.edit.not_understood_${value?.entry ?? 'text'}`))
    const misfit = value && entry !== value.value ? misfitIn({ value, entry, document }) : null
    if (misfit) return setProblem(errorMessage(t, { code: 'document.value_misfit', values: misfit }))
    decide(entry)
  }
  const typedEntry = ({ entry: kind }: ResultValue) =>
    isHalfTyped(box.current) ? undefined : parseEntry({ text, kind, locale })
  const sayAbsent = () => {
    if (stop?.kind === 'field') decide(null)
  }
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (pointing.press(event) || !isDecision(event)) return
    event.preventDefault()
    if (event.repeat) return
    if (event.shiftKey) review.back()
    else if (event.altKey) sayAbsent()
    else save()
  }
  const type = (next: string) => {
    show(next)
    // Half a day has no text: after a reload it would be none.
    if (isHalfTyped(box.current)) writeDraft(draft, null)
    pointing.clear()
  }
  const { status } = pointing
  return { box, text, type, problem, status, press, save, sayAbsent, isAsRead: text === asRead }
}

type Misfit = { value: ResultValue; entry: Scalar; document: DocumentDetail }

function misfitIn({ value, entry, document }: Misfit) {
  const read = value.correction ? value.correction.read : value.value
  return misfitOf({ value: entry, read, path: value.path, schema: document.resultSchema })
}

/** An Enter that means the field: a held one too, which has decided once. */
function isDecision(event: KeyboardEvent<HTMLFormElement>): boolean {
  // What ends a composition (Japanese, Chinese, Korean) decides nothing, and neither does the choice of a menu.
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return false
  // What is pressed in a menu or a dialog stands elsewhere on the page.
  if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return event.repeat
  const isOnButton = event.target instanceof HTMLElement && event.target.closest('button') !== null
  return event.repeat || !isOnButton || event.shiftKey || event.altKey
}
