'use client'

import { useSyncExternalStore } from 'react'

const tickMs = 1_000
const listeners = new Set<() => void>()
let now = new Date()
let timer: ReturnType<typeof setInterval> | undefined

/** The time, once a second, from one clock for all that run on screen. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, readNow, readNow)
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = new Date()
    timer = setInterval(tick, tickMs)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(timer)
  }
}

function readNow(): Date {
  return now
}

function tick(): void {
  now = new Date()
  for (const listener of listeners) listener()
}
