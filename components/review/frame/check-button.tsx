'use client'

import { BadgeCheck, CircleCheckBig, Undo2 } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { type ShortcutHint, useShortcutHints } from '@/components/shell/keys/shortcut-provider'
import { useShortcuts } from '@/components/shell/keys/use-shortcuts'
import { Button } from '@/components/ui/controls/button'
import { IconButton } from '@/components/ui/controls/icon-button'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { useOutbox } from '../outbox/outbox-provider'
import { stamp } from '../outbox/stamp'

/** A person's word that the values are in order, and whose word it was. */
export function CheckButton({ document, onNext }: { document: DocumentDetail; onNext: () => void }) {
  const { t, format } = useI18n()
  const { canCheck, mark } = useCheck({ document, onNext })
  if (!canCheck) return null
  if (!document.checkedAt) {
    return (
      <Button size="small" variant="primary" title={t('review.check.hint')} onClick={() => mark(true)}>
        <CircleCheckBig aria-hidden />
        <span>{t('review.check.mark')}</span>
      </Button>
    )
  }
  return (
    <span className="inline-flex items-center gap-1.5 text-good text-sm">
      <BadgeCheck aria-hidden className="size-4" />
      <span title={format.exactTime(document.checkedAt)}>
        {t('review.check.done', {
          name: document.checkedBy ?? '',
          time: format.dateTime(document.checkedAt),
        })}
      </span>
      <IconButton label={t('review.check.undo')} onClick={() => mark(false)}>
        <Undo2 aria-hidden />
      </IconButton>
    </span>
  )
}

const shortcutHints: ShortcutHint[] = [{ keys: 'Ctrl Enter', label: 'review.keys.check' }]

/**
 * Says that the values of a document are in order; Ctrl+Enter says so and goes on to the next document. Sent behind the
 * corrections that wait: one that came after it would take it back.
 */
function useCheck({ document, onNext }: { document: DocumentDetail; onNext: () => void }) {
  const outbox = useOutbox()
  const mark = (checked: boolean) =>
    outbox?.add([{ kind: 'check', checked, documentId: document.id, ...stamp() }])
  const canCheck = document.state === 'done' && document.result !== null
  useShortcutHints(shortcutHints)
  useShortcuts({
    'Mod+Enter': () => {
      if (canCheck && !document.checkedAt) mark(true)
      onNext()
    },
  })
  return { canCheck, mark }
}
