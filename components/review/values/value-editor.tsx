'use client'

import { Check, Pencil, Undo2, X } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/controls/icon-button'
import { controlStyles } from '@/components/ui/controls/input'
import type { Place } from '@/lib/documents/model/corrections'
import { useFieldPointing } from '../pointing/use-field-pointing'
import type { ResultValue } from '../result/result-tree'
import { entryText } from '../result/value-entry'
import { formatValue } from '../result/value-text'
import type { ValueEntry } from './use-value-entry'
import { isHalfTyped, longFrom, ValueField } from './value-field'

/** The field a value is put right in. Enter saves, Escape leaves it as it was. */
export function ValueEditor({ value, entry }: { value: ResultValue; entry: ValueEntry }) {
  const { t, format, locale } = useI18n()
  const box = useRef<HTMLFormElement>(null)
  const [asRead] = useState(() => entryText({ value: value.value, locale }))
  const [text, setShown] = useState(() => entry.readDraft() ?? asRead)
  const setText = (typed: string) => {
    setShown(typed)
    entry.keepDraft(isHalfTyped(box.current) ? null : typed)
  }
  const [picked, setPicked] = useState<{ text: string; place: Place } | null>(null)
  const problemId = useId()
  const save = () =>
    void (isHalfTyped(box.current) ? entry.refuse() : entry.save(text, placeOf({ picked, text })))
  const { press: pressPointing, status } = useFieldPointing({
    value,
    isActive: !entry.isBusy,
    typed: text === asRead || text === picked?.text ? '' : text,
    onPick: ({ entry: pointed, place }) => {
      const shown = entryText({ value: pointed, locale })
      setText(shown)
      setPicked({ text: shown, place })
      entry.sayProblem(null)
    },
    onMisfit: entry.sayProblem,
  })
  // Chosen once: another kind of field under the hands would take the caret away.
  const [isLong] = useState(text.length > longFrom)
  const press = (event: KeyboardEvent) => {
    if (pressPointing(event)) return
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
      <p role="status" className="text-ink-soft text-xs">
        {entry.problem ? null : status}
      </p>
      {entry.problem ? (
        <p id={problemId} role="alert" className="mt-1 text-bad text-xs">
          {entry.problem}
        </p>
      ) : null}
    </form>
  )
}

type Picked = { picked: { text: string; place: Place } | null; text: string }

/** Typed over, it was not taken from there any more. */
const placeOf = ({ picked, text }: Picked) => (picked?.text === text ? picked.place : undefined)

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
