'use client'

import { Download } from 'lucide-react'
import type { ExportRows } from '@/lib/documents/model/schema'
import type { Translate } from '@/lib/i18n/translate-messages'
import { type TableFormat, tableFormats } from '@/lib/table/formats'
import { Menu, MenuContent, MenuItem } from '../ui/controls/menu'
import { MenuButton } from '../ui/controls/menu-button'
import { useI18n } from './i18n'

type ExportMenuProps = {
  label: string
  /** What exactly is saved, where the label leaves that open. */
  hint?: string
  size?: 'small' | 'medium'
  /** Where there are more than the formats to choose from. */
  choices?: ExportChoice[]
  hrefOf: (choice: ExportChoice) => string
}

/** `columns` names a saved column set. */
export type ExportChoice = { format: TableFormat; rows?: ExportRows; columns?: string }
/** The forms that documents are saved in. */
export const exportChoices: ExportChoice[] = [
  { format: 'xlsx' },
  { format: 'csv', rows: 'documents' },
  { format: 'csv', rows: 'lines' },
]
export function exportChoiceText({ t, choice }: { t: Translate; choice: ExportChoice }): string {
  const { format, rows, columns } = choice
  if (columns) return t(`export.set.${format}`, { name: columns })
  return t(rows ? `export.csv.${rows}` : `export.format.${format}`)
}

const formats: ExportChoice[] = tableFormats.map((format) => ({ format }))

/** Saves a table, as what the reader asks for. */
export function ExportMenu({ label, hint, size = 'medium', choices = formats, hrefOf }: ExportMenuProps) {
  const { t } = useI18n()
  return (
    <Menu>
      <MenuButton size={size} title={hint}>
        <Download aria-hidden />
        <span>{label}</span>
      </MenuButton>
      <MenuContent align="end">
        {choices.map((choice) => (
          <MenuItem key={exportChoiceText({ t, choice })} asChild>
            <a href={hrefOf(choice)} download>
              {exportChoiceText({ t, choice })}
            </a>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  )
}
