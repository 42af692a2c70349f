'use client'

import { CircleAlert, PencilLine, Sparkles } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { controlStyles } from '@/components/ui/controls/input'
import { useSetPageFocus } from '../page/page-focus'
import type { ResultValue } from '../result/result-tree'
import { formatValue, plainValue } from '../result/value-text'

type GridCellProps = {
  value: ResultValue
  isNumeric: boolean
  isActive: boolean
  /** The value that its row asks for instead; null where nothing is to say. */
  offered: number | null
  onChoose: () => void
  onEdit: () => void
  onAccept: () => void
}

/** One value of a table while it is not typed into. */
export function GridCell({ value, isNumeric, isActive, offered, onChoose, onEdit, onAccept }: GridCellProps) {
  const { t, format } = useI18n()
  const setFocus = useSetPageFocus()
  const { path, evidence } = value
  const text = formatValue({ value, format, t })
  const show = (how: 'hover' | 'focus') => evidence && setFocus({ path, evidence, how })
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys of all its cells
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid takes the keyboard
      role="gridcell"
      tabIndex={isActive ? 0 : -1}
      data-value={path}
      data-plain={plainValue(value.value)}
      data-doubtful={value.isToReview || undefined}
      title={evidence?.text ? t('review.value.printed', { text: evidence.text }) : undefined}
      onMouseEnter={() => show('hover')}
      onFocus={() => {
        show('focus')
        onChoose()
      }}
      onDoubleClick={onEdit}
      onClick={({ nativeEvent }) => {
        // Under a finger the second tap opens the cell at hand.
        if (isActive && 'pointerType' in nativeEvent && nativeEvent.pointerType === 'touch') onEdit()
      }}
      className={classNames(
        'h-9 min-w-16 cursor-default px-3 py-1.5 align-top outline-offset-[-2px] hover:bg-accent-soft/50',
        isNumeric ? 'figures whitespace-nowrap text-right' : 'max-w-96 whitespace-pre-line break-words',
        offered !== null && 'bg-attention-soft',
      )}
    >
      {value.value === null ? (
        <span className="text-ink-faint">
          <span aria-hidden>–</span>
          <span className="sr-only">{text}</span>
        </span>
      ) : (
        <span>{text}</span>
      )}
      <CellFlag value={value} />
      {offered === null ? null : (
        <button
          type="button"
          tabIndex={-1}
          title={t('review.table.offer_hint')}
          aria-label={t('review.table.offer', { value: format.number(offered) })}
          onClick={onAccept}
          className="ml-2 inline-flex rounded border border-attention/50 bg-raised px-1.5 font-medium text-attention text-xs hover:bg-sunken"
        >
          {`= ${format.number(offered)}`}
        </button>
      )}
    </td>
  )
}

/** Put right by a person, suggested by a model, or read with little certainty. */
function CellFlag({ value }: { value: ResultValue }) {
  const { t, format } = useI18n()
  const { correction, evidence } = value
  const flag = correction
    ? {
        Icon: PencilLine,
        words: t('review.value.corrected'),
        hint: t('review.value.corrected_hint', {
          read: formatValue({ value: { ...value, value: correction.read }, format, t }),
          name: correction.by.name,
          time: format.dateTime(correction.at),
        }),
        tone: 'text-accent',
      }
    : evidence?.source === 'model'
      ? {
          Icon: Sparkles,
          words: t('review.value.model'),
          hint: t('review.value.model_hint'),
          tone: 'text-attention',
        }
      : value.isToReview
        ? { Icon: CircleAlert, words: t('review.value.doubtful'), hint: undefined, tone: 'text-attention' }
        : null
  if (!flag) return null
  const { Icon, words, hint, tone } = flag
  return (
    <span title={hint ?? words} className={classNames('ml-1.5 inline-block align-[-2px]', tone)}>
      <Icon aria-hidden className="size-3.5" />
      <span className="sr-only">{words}</span>
    </span>
  )
}

type CellEditorProps = {
  value: ResultValue
  text: string
  isNumeric: boolean
  /** Its text stands as typed; else it is marked, so that typing replaces it. */
  isTyped: boolean
  problem: string | null
  problemId: string
  onText: (text: string) => void
}

/** The cell that is typed into; Enter, Tab and Escape are the grid's. */
export function CellEditor({ value, text, isNumeric, isTyped, problem, problemId, onText }: CellEditorProps) {
  const { t } = useI18n()
  const field = {
    'aria-label': t('review.edit.field', { label: value.label }),
    'aria-invalid': problem !== null,
    'aria-describedby': problem ? problemId : undefined,
    value: text,
    className: classNames(controlStyles, 'h-9 w-full min-w-0 rounded-none px-3', isNumeric && 'text-right'),
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field in it has the keyboard
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as the other cells of the grid
    <td role="gridcell" className="p-0 align-top">
      {value.entry === 'boolean' ? (
        <select {...field} ref={takeKeyboard} onChange={(event) => onText(event.target.value)}>
          <option value="true">{t('review.value.yes')}</option>
          <option value="false">{t('review.value.no')}</option>
          <option value="">{t('review.value.not_found')}</option>
        </select>
      ) : (
        <input
          {...field}
          ref={isTyped ? takeKeyboard : takeMarked}
          type="text"
          // Its own width would widen the column.
          size={1}
          inputMode={value.entry === 'number' ? 'decimal' : undefined}
          autoComplete="off"
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </td>
  )
}

function takeKeyboard(field: HTMLElement | null): void {
  field?.focus()
}

function takeMarked(field: HTMLInputElement | null): void {
  field?.focus()
  field?.select()
}
