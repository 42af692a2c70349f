'use client'

import { ChevronDown, Download } from 'lucide-react'
import type { ExportRows } from '@/lib/documents/model/schema'
import { type TableFormat, tableFormats } from '@/lib/table/formats'
import { Button } from '../ui/controls/button'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../ui/controls/menu'
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

export type ExportChoice = { format: TableFormat; rows?: ExportRows }
/** The forms that documents are saved in. */
export const exportChoices: ExportChoice[] = [
  { format: 'xlsx' },
  { format: 'csv', rows: 'documents' },
  { format: 'csv', rows: 'lines' },
]
const formats: ExportChoice[] = tableFormats.map((format) => ({ format }))

/** Saves a table, as what the reader asks for. */
export function ExportMenu({ label, hint, size = 'medium', choices = formats, hrefOf }: ExportMenuProps) {
  const { t } = useI18n()
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button size={size} title={hint}>
          <Download aria-hidden />
          <span>{label}</span>
          <ChevronDown aria-hidden className="text-ink-faint" />
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        {choices.map((choice) => (
          <MenuItem key={choice.format + (choice.rows ?? '')} asChild>
            <a href={hrefOf(choice)} download>
              {t(choice.rows ? `export.csv.${choice.rows}` : `export.format.${choice.format}`)}
            </a>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  )
}
