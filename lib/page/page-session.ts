/** What a page in the browser knows of its session: whose it is, and whether it is over. On the server it knows nothing. */

/** Each call of a page says whose page it is, so that it is never answered as somebody else's. */
export const personHeader = 'X-Intray-Person'

let personId: string | null = null
let isOver = false
let endings = 0
let renewals = 0
const listeners = new Set<() => void>()

/** Makes the page somebody's; returns the way to give it back. */
export function claimPage(id: string): () => void {
  personId = id
  return () => {
    personId = null
    setOver(false)
  }
}

export function pagePerson(): string | null {
  return personId
}

export function personHeaders(): Record<string, string> {
  return personId ? { [personHeader]: personId } : {}
}

export function isSessionOver(): boolean {
  return isOver
}

export function watchSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Takes what a refusal says of the session: it is over, or somebody else's by now and the page starts afresh. */
export function noteRefusal(code: string): void {
  if (!personId) return
  if (code === 'auth.other_person') location.reload()
  if (code === 'auth.required' && renewals === 0) setOver(true)
}

/** How often a session of this page has ended: what was asked before the last ending says nothing of after it. */
export function countEndings(): number {
  return endings
}

export function noteSignedIn(): void {
  setOver(false)
}

/** While one session takes the place of another, or the page is being left, a refusal does not mean that it is over. */
export async function whileRenewing<Result>(work: () => Promise<Result>): Promise<Result> {
  renewals += 1
  try {
    return await work()
  } finally {
    renewals -= 1
    notify()
  }
}

/** Resolves at once unless the session is over or being renewed. */
export function whenSignedIn(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (isOver || renewals > 0) return
      listeners.delete(look)
      resolve()
    }
    listeners.add(look)
    look()
  })
}

function setOver(over: boolean): void {
  if (isOver === over) return
  isOver = over
  if (over) endings += 1
  notify()
}

function notify(): void {
  for (const listener of [...listeners]) listener()
}
