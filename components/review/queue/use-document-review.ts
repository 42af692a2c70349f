'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { openItemsOf } from '@/lib/documents/attention/open-items'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentDetailQuery } from '@/lib/documents/queries'
import { useOutbox, useOutboxState } from '../outbox/outbox-provider'
import { type ReviewChange, withPending } from '../outbox/review-change'
import { buildDocumentTree } from '../result/document-tree'
import { listValues, type ResultValue, type Scalar } from '../result/result-tree'
import { nextOpen, stopsOf } from './review-stops'

type Wanted = { id: string; by: { id: string; name: string }; onChecked: (document: DocumentDetail) => void }

/** One document in review: what is to decide, where its reviewer is, and what they do. Everything is shown at once and sent meanwhile. */
export function useDocumentReview({ id, by, onChecked }: Wanted) {
  const { locale } = useI18n()
  const outbox = useOutbox()
  const { changes } = useOutboxState(outbox)
  const { data: saved } = useQuery(documentDetailQuery(id))
  const document = useMemo(() => saved && withPending({ document: saved, changes, by }), [saved, changes, by])
  const values = useMemo(
    () => (document ? listValues(buildDocumentTree({ document, locale })) : []),
    [document, locale],
  )
  // What was to review when the document was opened: nothing leaves the list while somebody goes through it.
  const [begun, setBegun] = useState<string[] | null>(null)
  if (document && !begun) setBegun(itemsToShow(document).map((item) => item.id))
  const stops = useMemo(
    () =>
      document
        ? stopsOf({ items: document.reviewItems.filter((item) => begun?.includes(item.id)), values })
        : [],
    [document, begun, values],
  )
  const open = useMemo(
    () => new Set((document ? openItemsOf(document) : []).map((item) => item.id)),
    [document],
  )
  const [place, setPlace] = useState({ at: 0, part: 0 })
  const { at, part } = place
  const setAt = (next: number) => setPlace({ at: next, part: 0 })
  const stop = stops[Math.min(at, stops.length - 1)]

  const add = (made: Made[]) => {
    if (!document) return
    const full = made.map((change) => ({ ...change, ...stamp(), documentId: id }) as ReviewChange)
    const next = withPending({ document, changes: full, by })
    outbox?.add(full)
    const left = new Set(openItemsOf(next).map((item) => item.id))
    const to = nextOpen({ stops, at, open: left })
    if (to !== null) return setAt(to)
    outbox?.add([{ kind: 'check', checked: true, ...stamp(), documentId: id }])
    onChecked(next)
  }

  /** Right as it stands, or another value in its place. */
  const decide = ({ value, entry }: { value: ResultValue | null; entry: Scalar }) => {
    if (!stop) return
    const was = value?.value ?? null
    const seen = stop.kind === 'field' && !stop.isMissing && value ? { was: entry } : {}
    const confirm: Made = { kind: 'confirm', item: stop.id, ...seen }
    if (!value || entry === was) return add([confirm])
    const correct: Made = { kind: 'correct', path: value.path, value: entry, was }
    const isAsRead = value.correction ? value.correction.read === entry : false
    add(isAsRead ? [correct, confirm] : [correct])
  }

  const back = () => setAt(Math.max(0, at - 1))
  const choosePart = (next: number) => setPlace({ at, part: next })
  const value = (stop?.kind === 'finding' ? stop.fields[part] : stop?.value) ?? null
  return { document, values, stops, stop, value, at, part, open, decide, back, goTo: setAt, choosePart }
}

type Made =
  | Pick<Extract<ReviewChange, { kind: 'correct' }>, 'kind' | 'path' | 'value' | 'was'>
  | Pick<Extract<ReviewChange, { kind: 'confirm' }>, 'kind' | 'item' | 'was'>

/** One that was checked and is looked at again shows all that there was. */
function itemsToShow(document: DocumentDetail) {
  const open = openItemsOf(document)
  return open.length > 0 ? open : document.reviewItems
}

let made = 0

/** In the order in which it was done, also within a millisecond. */
function stamp() {
  const at = new Date().toISOString()
  made += 1
  return { at, key: `${at}.${String(made).padStart(6, '0')}` }
}

/** Takes a check back. */
export function uncheck(documentId: string): ReviewChange {
  return { kind: 'check', checked: false, documentId, ...stamp() }
}
