'use client'

import { ChevronDown, Download } from 'lucide-react'
import { type TableFormat, tableFormats } from '@/lib/table/formats'
import { Button } from '../ui/controls/button'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../ui/controls/menu'
import { useI18n } from './i18n'

type ExportMenuProps = {
  label: string
  /** What exactly is saved, where the label leaves that open. */
  hint?: string
  size?: 'small' | 'medium'
  hrefOf: (format: TableFormat) => string
}

/** Saves a table, as what the reader asks for. */
export function ExportMenu({ label, hint, size = 'medium', hrefOf }: ExportMenuProps) {
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
        {tableFormats.map((format) => (
          <MenuItem key={format} asChild>
            <a href={hrefOf(format)} download>
              {t(`export.format.${format}`)}
            </a>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  )
}
