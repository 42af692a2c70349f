'use client'

import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { toast } from 'sonner'
import { type ExportChoice, exportChoiceText } from '@/components/shell/export-menu'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { Menu, MenuContent, MenuItem } from '@/components/ui/controls/menu'
import { MenuButton } from '@/components/ui/controls/menu-button'
import { saveFile } from '@/components/ui/save-file'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { exportDocuments, maxExportIds } from '@/lib/documents/queries'
import { useExportChoices } from './use-export-choices'

/** Saves the selected documents, in the forms a whole list is saved in. */
export function BulkExportMenu({ selected }: { selected: DocumentSummary[] }) {
  const { t } = useI18n()
  const choices = useExportChoices(new Set(selected.map(({ step }) => step.id)))
  const { mutate, isPending } = useMutation({
    mutationFn: (choice: ExportChoice) => exportDocuments({ ...choice, ids: selected.map(({ id }) => id) }),
    onSuccess: saveFile,
    onError: (error) => toast.error(failureText({ t, error })),
  })
  return (
    <Menu>
      <MenuButton size="small" disabled={isPending || selected.length > maxExportIds}>
        <Download aria-hidden />
        <span>{t('table.export')}</span>
      </MenuButton>
      <MenuContent>
        {choices.map((choice) => (
          <MenuItem key={exportChoiceText({ t, choice })} onSelect={() => mutate(choice)}>
            {exportChoiceText({ t, choice })}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  )
}
