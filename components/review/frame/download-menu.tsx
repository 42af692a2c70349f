'use client'

import { Download } from 'lucide-react'
import { useExportChoices } from '@/components/documents/actions/use-export-choices'
import { exportChoiceText } from '@/components/shell/export-menu'
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
      ? [
          {
            label: t('review.download.original'),
            path: documentPaths.original(document.id),
            name: document.name,
          },
        ]
      : []),
    ...(document.originalAvailable && document.state === 'done'
      ? [{ label: t('review.download.searchable'), path: documentPaths.searchable(document.id) }]
      : []),
    ...(document.result
      ? [
          { label: t('review.download.xlsx'), path: pathOf({ format: 'xlsx' }) },
          { label: t('review.download.json'), path: pathOf({ format: 'json' }) },
          { label: t('export.csv.documents'), path: pathOf({ format: 'csv' }) },
          { label: t('export.csv.lines'), path: pathOf({ format: 'csv', rows: 'lines' }) },
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
        {files.map(({ label, path, name = '' }) => (
          <MenuItem key={path} asChild>
            <a href={path} download={name}>
              {label}
            </a>
          </MenuItem>
        ))}
        {document.result ? <SavedColumns document={document} /> : null}
      </MenuContent>
    </Menu>
  )
}

/** In columns that were saved for its step; asked for once the menu is open. */
function SavedColumns({ document }: { document: DocumentDetail }) {
  const { t } = useI18n()
  const choices = useExportChoices(new Set([document.step.id])).filter(({ columns }) => columns !== undefined)
  return choices.map((choice) => (
    <MenuItem key={exportChoiceText({ t, choice })} asChild>
      <a href={documentPaths.export(document.id, choice)} download>
        {exportChoiceText({ t, choice })}
      </a>
    </MenuItem>
  ))
}
