import { ReplyError } from '@/lib/fetch-json'
import { type ReviewChange, reviewChangeSchema } from './review-change'

/** A change that the server did not take: somebody was quicker, or the document is gone. */
export type Refused = { change: ReviewChange; error: ReplyError }

type OutboxParts = {
  storage: Storage
  /** What its items in the storage begin with; apart for each person of a shared browser. */
  prefix: string
  send: (change: ReviewChange) => Promise<void>
  onRefused: (refused: Refused) => void
  wait: (ms: number) => Promise<void>
}

export type OutboxState = { changes: readonly ReviewChange[]; isStuck: boolean }

const waitMs = { first: 1000, most: 30_000 }

/**
 * What reviewers did and the server does not have yet: kept in the browser over reloads, sent one after the other in
 * the order it was done, again and again while the server cannot be reached.
 */
export function createOutbox({ storage, prefix, send, onRefused, wait }: OutboxParts) {
  const kept = keepIn({ storage, prefix })
  let state: OutboxState = { changes: kept.list(), isStuck: false }
  let isSending = false
  const listeners = new Set<() => void>()

  const set = (next: Partial<OutboxState>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const without = (isGone: (change: ReviewChange) => boolean) => {
    for (const change of state.changes.filter(isGone)) kept.remove(change)
    set({ changes: state.changes.filter((change) => !isGone(change)), isStuck: false })
  }

  async function flush(): Promise<void> {
    if (isSending) return
    isSending = true
    let pause: number = waitMs.first
    for (let change = state.changes[0]; change; change = state.changes[0]) {
      const { key: sent } = change
      try {
        // Another tab, opened meanwhile, may have sent what it found here.
        if (!kept.isGone(change)) await send(change)
        pause = waitMs.first
        without((one) => one.key === sent)
      } catch (error) {
        if (isFinal(error)) {
          refuse({ change, error })
          continue
        }
        set({ isStuck: true })
        await wait(pause)
        pause = Math.min(waitMs.most, pause * 2)
      }
    }
    isSending = false
  }

  /** What was to be checked then is not: its reviewer has not seen what stands there now. */
  function refuse({ change, error }: Refused): void {
    const isGone = error.code !== 'document.value_changed'
    const { documentId } = change
    const isOfRow = (one: ReviewChange) =>
      change.kind === 'row' && one.kind === 'correct' && one.path.startsWith(`${change.row}.`)
    without(
      (one) =>
        one.key === change.key ||
        (one.documentId === documentId && (isGone || one.kind === 'check' || isOfRow(one))),
    )
    onRefused({ change, error })
  }

  return {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    add: (changes: readonly ReviewChange[]) => {
      for (const change of changes) kept.add(change)
      set({ changes: [...state.changes, ...changes] })
      void flush()
    },
    flush,
  }
}

export type Outbox = ReturnType<typeof createOutbox>

/**
 * Asked again it would be refused again. A session that is over, a server that is away or busy will come back; so will
 * this person where another has signed in meanwhile.
 */
function isFinal(error: unknown): error is ReplyError {
  if (!(error instanceof ReplyError) || error.code.startsWith('auth.')) return false
  return [400, 404, 409, 413, 422].includes(error.status)
}

/** An item of the storage for each change, so that tabs do not write over one another's. */
function keepIn({ storage, prefix }: Pick<OutboxParts, 'storage' | 'prefix'>) {
  const nameOf = ({ key }: ReviewChange) => `${prefix}${key}`
  const written = new Set<string>()
  return {
    list: (): ReviewChange[] => {
      const names = Object.keys(storage).filter((name) => name.startsWith(prefix))
      return names.sort().flatMap((name) => {
        written.add(name)
        return parse(storage.getItem(name)) ?? []
      })
    },
    add: (change: ReviewChange) => {
      try {
        storage.setItem(nameOf(change), JSON.stringify(change))
        written.add(nameOf(change))
      } catch {
        // A full storage: it is sent all the same; it only does not outlive a reload.
      }
    },
    remove: (change: ReviewChange) => storage.removeItem(nameOf(change)),
    isGone: (change: ReviewChange) => written.has(nameOf(change)) && storage.getItem(nameOf(change)) === null,
  }
}

function parse(text: string | null): ReviewChange | null {
  try {
    return reviewChangeSchema.parse(JSON.parse(text ?? ''))
  } catch {
    return null
  }
}
