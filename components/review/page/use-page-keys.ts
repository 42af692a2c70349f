'use client'

import type { ListedKey } from '@/components/shell/keys/shortcut-list'
import { useListedKeys } from '@/components/shell/keys/shortcut-list'
import { useShortcuts } from '@/components/shell/keys/use-shortcuts'
import type { PageControls } from './page-view'

const listedKeys: ListedKey[] = [
  { keys: '+ -', label: 'review.keys.zoom' },
  { keys: 'r', label: 'review.keys.turn' },
  { keys: 'b', label: 'review.keys.marks' },
]

export function usePageKeys({
  controls,
  onToggleMarks,
}: {
  controls: PageControls
  onToggleMarks: () => void
}): void {
  useListedKeys(listedKeys)
  useShortcuts({
    '+': () => controls.zoom('in'),
    '=': () => controls.zoom('in'),
    '-': () => controls.zoom('out'),
    r: controls.rotate,
    b: onToggleMarks,
  })
}
