'use client'

import { useEffect, useRef, useState } from 'react'
import { readDraft, writeDraft } from '@/components/forms/drafts'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import type { Place } from '@/lib/documents/model/corrections'
import type { ResultValue, Scalar } from '../result/result-tree'
import { parseEntry } from '../result/value-entry'
import { plainValue } from '../result/value-text'
import { useValueSaving } from './value-save'

/** One value being put right: from the first key to the server's answer. */
export function useValueEntry({ value }: { value: ResultValue }) {
  const { t, locale } = useI18n()
  const saving = useValueSaving()
  // What was typed over another value is not for this one.
  const draft = saving ? `value.${saving.documentId}.${value.path}.${plainValue(value.value)}` : ''
  const [isOpen, setOpen] = useState(() => draft !== '' && readDraft(draft) !== null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  // The button is there again only once the field is gone.
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  const close = () => {
    writeDraft(draft, null)
    setOpen(false)
    setProblem(null)
  }
  const save = async (entry: Scalar | undefined, place?: Place) => {
    if (entry === undefined) return setProblem(t(`review.edit.not_understood_${value.entry}`))
    if (entry === value.value) return close()
    setBusy(true)
    setProblem(null)
    try {
      await saving?.saveValue({ value, entry, ...(place && { place }) })
      close()
    } catch (error) {
      setProblem(failureText({ t, error }))
    }
    setBusy(false)
  }
  return {
    canEdit: saving !== null,
    isOpen,
    isBusy,
    problem,
    opener,
    open: () => setOpen(true),
    close,
    /** `place` is where on the page the text was taken from. */
    save: (text: string, place?: Place) => save(parseEntry({ text, kind: value.entry, locale }), place),
    sayProblem: setProblem,
    /** What was typed before a reload or a way away; null where it is as it was read. */
    readDraft: () => readDraft(draft),
    /** Null where the text is none, as that of half a day. */
    keepDraft: (text: string | null) => writeDraft(draft, text),
    /** Says that what was typed is no value. */
    refuse: () => save(undefined),
    revert: () => save(value.correction ? value.correction.read : value.value),
  }
}

export type ValueEntry = ReturnType<typeof useValueEntry>
