'use client'

import { useEffect, useRef, useState } from 'react'
import { randomId } from '../transfer/random-id'
import { moveShot, type Shot, turnShot } from './shot'
import { type ShotsStore, shotsStore } from './shots-store'

/** Photographed pages until they are sent: in the order of the document, kept through a reload. */
export type Shots = {
  shots: readonly Shot[]
  /** In the place of the page with that id, else behind all others. */
  add: (photo: { file: File; insteadOf: string | null }) => void
  turn: (id: string) => void
  move: (id: string, by: -1 | 1) => void
  remove: (id: string) => void
  /** Takes these away and no other: pages may have been taken meanwhile. */
  removeAll: (sent: readonly Shot[]) => void
}

export function useShots({ personId, store = shotsStore }: { personId: string; store?: ShotsStore }): Shots {
  const [shots, setShots] = useState<Shot[]>([])
  const latest = useRef<Shot[]>([])
  const writing = useRef<Promise<void>>(Promise.resolve())

  const change = (to: (before: Shot[]) => Shot[]) => {
    const next = to(latest.current)
    latest.current = next
    setShots(next)
    // One after the other, or an older list could be the last one written; and with what was found of before by then.
    writing.current = writing.current.then(() => store.replace({ personId, shots: latest.current }))
  }

  useEffect(() => {
    let isGone = false
    writing.current = store.list(personId).then((kept) => {
      if (isGone || kept.length === 0) return
      // Pages that were taken meanwhile come behind those of before.
      latest.current = [...kept, ...latest.current.filter(({ id }) => kept.every((one) => one.id !== id))]
      setShots(latest.current)
    })
    return () => {
      isGone = true
    }
  }, [personId, store])

  return {
    shots,
    add: ({ file, insteadOf }) => {
      const shot: Shot = { id: randomId(), file, turn: 0 }
      change((before) =>
        before.some(({ id }) => id === insteadOf)
          ? before.map((one) => (one.id === insteadOf ? shot : one))
          : [...before, shot],
      )
    },
    turn: (id) => change((before) => before.map((shot) => (shot.id === id ? turnShot(shot) : shot))),
    move: (id, by) => change((before) => moveShot({ shots: before, id, by })),
    remove: (id) => change((before) => before.filter((shot) => shot.id !== id)),
    removeAll: (sent) => change((before) => before.filter(({ id }) => sent.every((one) => one.id !== id))),
  }
}
