'use client'

import { Pencil } from 'lucide-react'
import { useWords } from '@/components/shell/words'
import { IconButton } from '@/components/ui/controls/icon-button'
import type { ValueEntry } from './use-value-entry'

type EditButtonProps = { label: string; entry: ValueEntry; className?: string }

/** Opens the field a value is put right in; nothing where values are only shown. */
export function EditButton({ label, entry, className }: EditButtonProps) {
  const { t } = useWords()
  if (!entry.canEdit || entry.isOpen) return null
  return (
    <IconButton
      ref={entry.opener}
      data-edit
      label={t('review.edit.open', { label })}
      onClick={entry.open}
      className={className ?? ''}
    >
      <Pencil aria-hidden />
    </IconButton>
  )
}
