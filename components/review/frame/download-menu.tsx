'use client'

import { Download } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { Menu, MenuContent, MenuItem } from '@/components/ui/controls/menu'
import { MenuButton } from '@/components/ui/controls/menu-button'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentPaths } from '@/lib/documents/queries'

export function DownloadMenu({ document }: { document: DocumentDetail }) {
  const { t } = useI18n()
  const pathOf = (choice: Parameters<typeof documentPaths.export>[1]) =>
    documentPaths.export(document.id, choice)
  const files = [
    ...(document.originalAvailable
      ? [{ label: 'review.download.original' as const, path: documentPaths.original(document.id) }]
      : []),
    ...(document.result
      ? [
          { label: 'review.download.xlsx' as const, path: pathOf({ format: 'xlsx' }) },
          { label: 'review.download.json' as const, path: pathOf({ format: 'json' }) },
          { label: 'export.csv.documents' as const, path: pathOf({ format: 'csv' }) },
          { label: 'export.csv.lines' as const, path: pathOf({ format: 'csv', rows: 'lines' }) },
        ]
      : []),
  ]
  if (files.length === 0) return null
  return (
    <Menu>
      <MenuButton size="small" aria-label={t('review.action.download_of', { name: document.name })}>
        <Download aria-hidden />
        <span className="hidden sm:inline">{t('review.action.download')}</span>
      </MenuButton>
      <MenuContent align="end">
        {files.map(({ label, path }) => (
          <MenuItem key={path} asChild>
            <a href={path} download={label === 'review.download.original' ? document.name : ''}>
              {t(label)}
            </a>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  )
}
