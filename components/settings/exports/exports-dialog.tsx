'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import { Dialog, DialogContent } from '@/components/ui/controls/dialog'
import { IconButton } from '@/components/ui/controls/icon-button'
import { columnSetsQuery, deleteColumnSet } from '@/lib/steps/exports/queries'
import type { ColumnSet } from '@/lib/steps/exports/schema'
import type { Step } from '@/lib/steps/schema'
import { stepLabel } from '@/lib/steps/step-label'
import { ExportForm } from './export-form'

/** The saved column sets of a step: made, changed and deleted. */
export function ExportsDialog({ step, onClose }: { step: Step; onClose: () => void }) {
  const { t } = useI18n()
  const { data } = useQuery(columnSetsQuery)
  const [edited, setEdited] = useState<ColumnSet | 'new' | null>(null)
  const sets = data?.exports.filter((set) => set.step.id === step.id) ?? []
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('settings.exports.of', { step: stepLabel({ t, name: step.name }) })}
        description={t('settings.exports.hint')}
        closeLabel={t('common.close')}
        className="sm:w-[min(94vw,52rem)]"
      >
        {edited ? (
          <ExportForm
            key={edited === 'new' ? 'new' : edited.id}
            step={step}
            set={edited === 'new' ? null : edited}
            onDone={() => setEdited(null)}
          />
        ) : (
          <div className="flex flex-col gap-4">
            {sets.length === 0 ? (
              <p className="text-ink-soft text-sm">{t('settings.exports.empty')}</p>
            ) : (
              <ul className="divide-y">
                {sets.map((set) => (
                  <SetRow key={set.id} set={set} onEdit={() => setEdited(set)} />
                ))}
              </ul>
            )}
            <div>
              <Button onClick={() => setEdited('new')}>
                <Plus aria-hidden />
                <span>{t('settings.exports.new')}</span>
              </Button>
            </div>
          </div>
        )}
      </DialogContent>
    </Dialog>
  )
}

function SetRow({ set, onEdit }: { set: ColumnSet; onEdit: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const { name } = set
  const { mutate } = useMutation({
    mutationFn: () => deleteColumnSet(set.id),
    onSuccess: (answer) => client.setQueryData(columnSetsQuery.queryKey, answer),
    onError: (error) => toast.error(failureText({ t, error })),
  })
  return (
    <li className="flex min-h-12 items-center gap-2">
      <span className="min-w-0 flex-1 truncate font-medium text-sm">{name}</span>
      <IconButton label={t('settings.exports.change', { name })} onClick={onEdit}>
        <Pencil aria-hidden />
      </IconButton>
      <IconButton label={t('settings.exports.delete', { name })} onClick={() => setAsked(true)}>
        <Trash2 aria-hidden />
      </IconButton>
      <ConfirmDialog
        open={isAsked}
        onOpenChange={setAsked}
        title={t('settings.exports.delete.title', { name })}
        description={t('settings.exports.delete.text')}
        confirmLabel={t('settings.exports.delete.yes')}
        cancelLabel={t('common.cancel')}
        onConfirm={() => mutate()}
      />
    </li>
  )
}
