'use client'

import { useEffect, useState } from 'react'
import { claimReview } from '@/lib/documents/review-queries'
import { ReplyError } from '@/lib/fetch-json'

const renewMs = 2 * 60_000

/** Holds the document at hand for as long as it is looked at; the name of who has taken it over, else null. */
export function useHeldClaim(id: string): string | null {
  const [takenBy, setTakenBy] = useState<string | null>(null)
  useEffect(() => {
    const renew = () =>
      claimReview({ id }).catch((error) => {
        if (error instanceof ReplyError && error.code === 'document.in_review') {
          setTakenBy(String(error.details.name ?? ''))
        }
      })
    const timer = setInterval(renew, renewMs)
    const look = () => document.visibilityState === 'visible' && void renew()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [id])
  return takenBy
}
