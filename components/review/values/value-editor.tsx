'use client'

import { Check, Pencil, Undo2, X } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/controls/icon-button'
import { controlStyles } from '@/components/ui/controls/input'
import type { ResultValue } from '../result/result-tree'
import { entryText } from '../result/value-entry'
import { formatValue } from '../result/value-text'
import type { ValueEntry } from './use-value-entry'
import { isHalfTyped, longFrom, ValueField } from './value-field'

/** The field a value is put right in. Enter saves, Escape leaves it as it was. */
export function ValueEditor({ value, entry }: { value: ResultValue; entry: ValueEntry }) {
  const { t, format, locale } = useI18n()
  const [text, setText] = useState(() => entryText({ value: value.value, locale }))
  const problemId = useId()
  const box = useRef<HTMLFormElement>(null)
  const save = () => void (isHalfTyped(box.current) ? entry.refuse() : entry.save(text))
  // Chosen once: another kind of field under the hands would take the caret away.
  const [isLong] = useState(text.length > longFrom)
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') entry.close()
    // An Enter that ends a composition (Japanese, Chinese, Korean) is not yet one to save.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || (isLong && event.shiftKey)) return
    event.preventDefault()
    save()
  }
  return (
    <form
      ref={box}
      method="post"
      className="min-w-40"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="flex items-start gap-1">
        <ValueField
          kind={value.entry}
          isLong={isLong}
          text={text}
          onText={setText}
          className={compact}
          autoFocus
          disabled={entry.isBusy}
          aria-label={t('review.edit.field', { label: value.label })}
          aria-invalid={entry.problem !== null}
          aria-describedby={entry.problem ? problemId : undefined}
          onKeyDown={press}
        />
        <IconButton type="submit" label={t('review.edit.save')} disabled={entry.isBusy}>
          <Check aria-hidden />
        </IconButton>
        <IconButton label={t('review.edit.cancel')} disabled={entry.isBusy} onClick={entry.close}>
          <X aria-hidden />
        </IconButton>
      </div>
      {value.correction ? (
        <button
          type="button"
          onClick={() => void entry.revert()}
          className="mt-1 inline-flex items-center gap-1.5 rounded text-ink-soft text-xs underline decoration-dotted underline-offset-4 hover:text-ink"
        >
          <Undo2 aria-hidden className="size-3.5" />
          {t('review.edit.take_back', {
            value: formatValue({ value: { ...value, value: value.correction.read }, format, t }),
          })}
        </button>
      ) : null}
      {entry.problem ? (
        <p id={problemId} role="alert" className="mt-1 text-bad text-xs">
          {entry.problem}
        </p>
      ) : null}
    </form>
  )
}

const compact = classNames(controlStyles, 'h-8 px-2')

type EditButtonProps = { label: string; entry: ValueEntry; className?: string }

/** Opens the field a value is put right in; nothing where values are only shown. */
export function EditButton({ label, entry, className }: EditButtonProps) {
  const { t } = useI18n()
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
