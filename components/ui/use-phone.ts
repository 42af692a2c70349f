'use client'

import { useSyncExternalStore } from 'react'

/** A narrow screen under a finger: what has a camera at hand. */
const phone = '(pointer: coarse) and (max-width: 40rem)'

export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, isPhone, () => false)
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(phone)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

function isPhone(): boolean {
  return window.matchMedia(phone).matches
}
