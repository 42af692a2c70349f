'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { openItemsOf } from '@/lib/documents/attention/open-items'
import type { Place } from '@/lib/documents/model/corrections'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentDetailQuery } from '@/lib/documents/queries'
import { useOutbox, useOutboxState } from '../outbox/outbox-provider'
import { type ReviewChange, withPending } from '../outbox/review-change'
import { stamp } from '../outbox/stamp'
import { buildDocumentTree } from '../result/document-tree'
import { listValues, type ResultValue, type Scalar } from '../result/result-tree'
import { nextOpen, type ReviewStop, stopsOf } from './review-stops'

export type Checked = {
  document: DocumentDetail
  /** All that was decided since it was opened. */
  decisions: readonly ReviewChange[]
}

type Wanted = {
  id: string
  by: { id: string; name: string }
  onChecked: (checked: Checked) => void
  /** Another step has it now: there is nothing left to review here. */
  onSent: () => void
}

/** One document in review: what is to decide, where its reviewer is, and what they do. Everything is shown at once and sent meanwhile. */
export function useDocumentReview({ id, by, onChecked, onSent }: Wanted) {
  const { locale } = useI18n()
  const outbox = useOutbox()
  const { changes } = useOutboxState(outbox)
  const { data: saved } = useQuery(documentDetailQuery(id))
  const document = useMemo(() => saved && withPending({ document: saved, changes, by }), [saved, changes, by])
  const values = useMemo(
    () => (document ? listValues(buildDocumentTree({ document, locale })) : []),
    [document, locale],
  )
  const [place, setPlace] = useState(firstPlace)
  // What was to review when this attempt was opened: nothing leaves the list while somebody goes through it.
  const [begun, setBegun] = useState<Begun | null>(null)
  if (document && !(begun && isSameRun({ document, begun }))) {
    setBegun({
      attempt: document.attempt,
      isDone: document.state === 'done',
      ids: itemsToShow(document).map((item) => item.id),
      decisions: [],
    })
    setPlace(firstPlace)
  }
  const stops = useMemo(
    () => (document && begun ? stopsIn({ document, begun, values }) : []),
    [document, begun, values],
  )
  const open = useMemo(() => openIdsOf(document), [document])
  const { part } = place
  const at = Math.max(
    0,
    stops.findIndex(({ id }) => id === place.stopId),
  )
  const stop = stops[at]
  const goTo = (next: number) => setPlace({ stopId: stops[next]?.id ?? null, part: 0 })

  const add = (made: Made[]) => {
    if (!document || !begun) return
    const full = made.map((change) => ({ ...change, ...stamp(), documentId: id }) as ReviewChange)
    const next = withPending({ document, changes: full, by })
    outbox?.add(full)
    const decisions = [...begun.decisions, ...full]
    setBegun({ ...begun, decisions })
    // A new value can open what was no stop before.
    const nextStops = stopsIn({ document: next, begun, values })
    const from = nextStops.findIndex(({ id }) => id === stop?.id)
    const to = nextOpen({ stops: nextStops, at: from, open: openIdsOf(next) })
    if (to !== null) return setPlace({ stopId: nextStops[to]?.id ?? null, part: 0 })
    outbox?.add([{ kind: 'check', checked: true, ...stamp(), documentId: id }])
    onChecked({ document: next, decisions })
  }

  /** Right as it stands, or another value in its place. */
  const decide = ({ value, entry, place }: Decided) => {
    if (!stop) return
    const was = value?.value ?? null
    const seen = stop.kind === 'field' && !stop.isMissing && value ? { was: entry } : {}
    const confirm: Made = { kind: 'confirm', item: stop.id, ...seen }
    if (!value || entry === was) return add([confirm])
    const correct: Made = { kind: 'correct', path: value.path, value: entry, was, ...(place && { place }) }
    const isAsRead = value.correction ? value.correction.read === entry : false
    add(isAsRead ? [correct, confirm] : [correct])
  }

  const back = () => goTo(Math.max(0, at - 1))
  const choosePart = (next: number) => setPlace({ ...place, part: next })
  const value = (stop?.kind === 'finding' ? stop.fields[part] : stop?.value) ?? null
  return { document, values, stops, stop, value, at, part, open, decide, back, goTo, choosePart, onSent }
}

/** `place` is where on the page the value was taken from. */
type Decided = { value: ResultValue | null; entry: Scalar; place?: Place }

type Made =
  | Pick<Extract<ReviewChange, { kind: 'correct' }>, 'kind' | 'path' | 'value' | 'was' | 'place'>
  | Pick<Extract<ReviewChange, { kind: 'confirm' }>, 'kind' | 'item' | 'was'>

/** The stop by its id: others can come before it. Null for the first. */
type StopPlace = { stopId: string | null; part: number }
const firstPlace: StopPlace = { stopId: null, part: 0 }

type Begun = { attempt: number; isDone: boolean; ids: string[]; decisions: ReviewChange[] }

const isSameRun = ({ document, begun }: { document: DocumentDetail; begun: Begun }) =>
  begun.attempt === document.attempt && begun.isDone === (document.state === 'done')

type Stopped = { document: DocumentDetail; begun: Begun; values: ResultValue[] }

function stopsIn({ document, begun, values }: Stopped): ReviewStop[] {
  const shown = new Set([...begun.ids, ...openIdsOf(document)])
  return stopsOf({ items: document.reviewItems.filter(({ id }) => shown.has(id)), values })
}

const openIdsOf = (document: DocumentDetail | undefined) =>
  new Set((document ? openItemsOf(document) : []).map(({ id }) => id))

/** One that was checked and is looked at again shows all that there was. */
function itemsToShow(document: DocumentDetail) {
  const open = openItemsOf(document)
  return open.length > 0 ? open : document.reviewItems
}
