'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { toast } from 'sonner'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { applyDetail } from '@/components/shell/live/live-cache'
import {
  changeRow,
  confirmItem,
  correctValue,
  documentDetailQuery,
  documentPaths,
  markChecked,
} from '@/lib/documents/queries'
import { createOutbox, type Outbox, type OutboxState, type Refused } from './outbox'
import type { ReviewChange } from './review-change'

type Person = { id: string; name: string }

const OutboxContext = createContext<Outbox | null>(null)
const PersonContext = createContext<Person | null>(null)

type Handlers = { send: (change: ReviewChange) => Promise<void>; onRefused: (refused: Refused) => void }

/** One for each person as long as the page lives: whatever is drawn anew, nothing is sent by two. */
const outboxes = new Map<string, { outbox: Outbox; handlers: Handlers }>()

/** Sends what reviewers do while they go on, from every page of the desk; what a reload interrupts is sent after it. */
export function OutboxProvider({
  personId,
  personName,
  children,
}: {
  personId: string
  personName: string
  children: ReactNode
}) {
  const { t } = useI18n()
  const client = useQueryClient()
  const router = useRouter()
  const [outbox, setOutbox] = useState<Outbox | null>(null)

  useEffect(() => {
    const onRefused = ({ change: { documentId }, error }: Refused) => {
      void client.invalidateQueries({ queryKey: documentDetailQuery(documentId).queryKey })
      toast.error(failureText({ t, error }), {
        duration: Number.POSITIVE_INFINITY,
        closeButton: true,
        action: {
          label: t('review.queue.open_document'),
          onClick: () => router.push(documentPaths.page(documentId)),
        },
      })
    }
    const send = async (change: ReviewChange) => {
      applyDetail({ client, detail: await save(change) })
      // The cache tells with the next turn: until then the change stays, else what was before it would be seen again.
      await new Promise((resolve) => setTimeout(resolve))
    }
    setOutbox(openOutbox({ personId, handlers: { send, onRefused } }))
  }, [personId, client, router, t])

  const person = useMemo(() => ({ id: personId, name: personName }), [personId, personName])
  return (
    <PersonContext value={person}>
      <OutboxContext value={outbox}>{children}</OutboxContext>
    </PersonContext>
  )
}

function openOutbox({ personId, handlers }: { personId: string; handlers: Handlers }): Outbox {
  const known = outboxes.get(personId)
  if (known) {
    known.handlers = handlers
    return known.outbox
  }
  const outbox = createOutbox({
    storage: window.localStorage,
    prefix: `intray.review.${personId}.`,
    send: async (change) => outboxes.get(personId)?.handlers.send(change),
    onRefused: (refused) => outboxes.get(personId)?.handlers.onRefused(refused),
    wait: waitOrOnline,
  })
  outboxes.set(personId, { outbox, handlers })
  void outbox.flush()
  return outbox
}

/** Null until the page is alive. */
export function useOutbox(): Outbox | null {
  return useContext(OutboxContext)
}

/** Whose changes it sends; null where there is none. */
export function useOutboxPerson(): Person | null {
  return useContext(PersonContext)
}

const empty: OutboxState = { changes: [], isStuck: false }

export function useOutboxState(outbox: Outbox | null): OutboxState {
  return useSyncExternalStore(
    outbox?.subscribe ?? subscribeToNothing,
    outbox?.getState ?? (() => empty),
    () => empty,
  )
}

const subscribeToNothing = () => () => {}

function save(change: ReviewChange) {
  const { documentId: id } = change
  if (change.kind === 'check') return markChecked({ id, checked: change.checked })
  if (change.kind === 'correct') {
    const { path, value, was, place } = change
    return correctValue({ id, path, value, was, ...(place && { place }) })
  }
  if (change.kind === 'row') {
    const { path, action, row, before } = change
    return changeRow({ id, path, action, row, before })
  }
  const { item, was, confirmed = true } = change
  return confirmItem({ id, item, confirmed, ...(was === undefined ? {} : { was }) })
}

/** Until the pause is over, or the browser says that the line is back. */
function waitOrOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    window.addEventListener('online', done)
  })
}
