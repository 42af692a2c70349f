'use client'

import type { ShortcutHint } from '@/components/shell/keys/shortcut-provider'
import { useShortcutHints } from '@/components/shell/keys/shortcut-provider'
import { useShortcuts } from '@/components/shell/keys/use-shortcuts'
import type { PageControls } from './page-view'

const shortcutHints: ShortcutHint[] = [
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
  useShortcutHints(shortcutHints)
  useShortcuts({
    '+': () => controls.zoom('in'),
    '=': () => controls.zoom('in'),
    '-': () => controls.zoom('out'),
    r: controls.rotate,
    b: onToggleMarks,
  })
}
