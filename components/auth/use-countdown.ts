'use client'

import { useCallback, useEffect, useState } from 'react'

/** Whole seconds left of a wait; zero when there is none. `start(seconds)` begins one. */
export function useCountdown(): { secondsLeft: number; start: (seconds: number) => void } {
  const [until, setUntil] = useState<number | null>(null)
  const [secondsLeft, setSecondsLeft] = useState(0)

  useEffect(() => {
    if (until === null) return
    const tick = () => {
      const left = Math.max(0, Math.ceil((until - Date.now()) / 1000))
      setSecondsLeft(left)
      if (left === 0) setUntil(null)
    }
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [until])

  const start = useCallback((seconds: number) => setUntil(Date.now() + seconds * 1000), [])
  return { secondsLeft, start }
}
