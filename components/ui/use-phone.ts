'use client'

import { useMediaQuery } from './use-media-query'

/** A narrow screen under a finger: what has a camera at hand. */
const phone = '(pointer: coarse) and (max-width: 40rem)'

export function usePhone(): boolean {
  return useMediaQuery({ query: phone, onServer: false })
}
