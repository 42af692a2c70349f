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
  isEnabled,
}: {
  controls: PageControls
  onToggleMarks: () => void
  /** False for a page that is drawn out of sight: its keys are another's. */
  isEnabled: boolean
}): void {
  useShortcutHints(shortcutHints)
  const keys = {
    '+': () => controls.zoom('in'),
    '=': () => controls.zoom('in'),
    '-': () => controls.zoom('out'),
    r: controls.rotate,
    b: onToggleMarks,
  }
  useShortcuts(isEnabled ? keys : {})
}
