'use client'

import { useSyncExternalStore } from 'react'
import { isSessionOver, watchSession } from '@/lib/page/page-session'

export function useSessionOver(): boolean {
  return useSyncExternalStore(watchSession, isSessionOver, () => false)
}
