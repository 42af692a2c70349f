'use client'

/**
 * Tabs of one browser agree by its locks (Web Locks): one tab alone speaks, and none while another is looked at. Both
 * end with the tab, however it ends. Where there are no locks (pages without https) nothing is spoken anyway.
 */
const leader = 'intray.notifier'
const visible = 'intray.visible-tab'

/** Waits to become the tab that speaks; `onElected` is called when it is. Returns the way to leave. */
export function waitForLeadership(onElected: () => void): () => void {
  const leaving = new AbortController()
  void hold({ name: leader, mode: 'exclusive', until: leaving.signal, onHeld: onElected })
  return () => leaving.abort()
}

/** Tells the other tabs while this one is looked at. Returns the way to stop. */
export function announceVisibility(): () => void {
  let leaving = new AbortController()
  const change = () => {
    leaving.abort()
    if (document.visibilityState !== 'visible') return
    leaving = new AbortController()
    void hold({ name: visible, mode: 'shared', until: leaving.signal })
  }
  change()
  document.addEventListener('visibilitychange', change)
  return () => {
    leaving.abort()
    document.removeEventListener('visibilitychange', change)
  }
}

export async function isAnyTabVisible(): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return held.some(({ name }) => name === visible)
}

type Holding = { name: string; mode: LockMode; until: AbortSignal; onHeld?: () => void }

async function hold({ name, mode, until, onHeld }: Holding): Promise<void> {
  const released = new Promise<void>((resolve) => until.addEventListener('abort', () => resolve()))
  await navigator.locks
    ?.request(name, { mode, signal: until }, () => {
      onHeld?.()
      return released
    })
    // Left before its turn came.
    .catch(() => undefined)
}
