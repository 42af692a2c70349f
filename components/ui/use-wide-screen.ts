'use client'

import { useMediaQuery } from './use-media-query'

/** Tailwind's `lg`: where the side navigation stands and two panes fit beside each other. */
const wide = '(min-width: 64rem)'

export function useWideScreen(): boolean {
  return useMediaQuery({ query: wide, onServer: true })
}
