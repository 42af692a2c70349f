'use client'

import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { CopyButton } from '@/components/ui/controls/copy-button'
import type { ResultValue } from '../result/result-tree'
import { plainValue } from '../result/value-text'
import { useValueEntry } from './use-value-entry'
import { ValueDisplay } from './value-display'
import { EditButton, ValueEditor } from './value-editor'

type ValueCellProps = { value: ResultValue; isNumeric: boolean; startsOpen: boolean }

/** One value in a table, with what can be done to it while it is looked at. */
export function ValueCell({ value, isNumeric, startsOpen }: ValueCellProps) {
  const { t } = useI18n()
  const entry = useValueEntry({ value, startsOpen })
  return (
    <td
      data-holder
      data-path={value.path}
      className={classNames(
        'group relative min-w-16 px-3 py-1.5 align-top',
        isNumeric ? 'figures whitespace-nowrap text-right' : 'max-w-96',
      )}
    >
      {entry.isOpen ? <ValueEditor value={value} entry={entry} /> : <ValueDisplay value={value} isCell />}
      <span
        className={classNames(
          'absolute top-0.5 right-0.5 flex rounded-lg border bg-raised opacity-0 shadow-small focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:hidden',
          entry.isOpen && 'hidden',
        )}
      >
        <EditButton label={value.label} entry={entry} className="size-7" />
        <CopyButton
          text={plainValue(value.value)}
          label={t('review.value.copy', { label: value.label })}
          copiedLabel={t('common.copied')}
          disabled={value.value === null}
          className="size-7"
        />
      </span>
    </td>
  )
}
