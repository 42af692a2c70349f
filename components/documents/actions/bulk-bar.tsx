'use client'

import { BadgeCheck, Ban, type LucideIcon, RotateCw, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Button } from '@/components/ui/controls/button'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import { IconButton } from '@/components/ui/controls/icon-button'
import { Spinner } from '@/components/ui/spinner'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { BulkExportMenu } from './bulk-export-menu'
import type { BulkOutcome } from './bulk-outcome'
import { planBulkAction } from './bulk-plan'
import { BulkStepMenu } from './bulk-step-menu'
import { useBulkAction } from './use-bulk-action'
import type { BulkAction } from './use-document-actions'

type BulkBarProps = {
  selected: DocumentSummary[]
  onClear: () => void
  onDone: (outcome: BulkOutcome) => void
  /** Deletes them in a way that can be taken back. */
  onRemove: (documents: DocumentSummary[]) => void
}

const bulkActions: { action: BulkAction; icon: LucideIcon }[] = [
  { action: 'check', icon: BadgeCheck },
  { action: 'retry', icon: RotateCw },
  { action: 'cancel', icon: Ban },
  { action: 'remove', icon: Trash2 },
]

/** What can be done to the selected documents at once; says beforehand how many are left out and what it costs. */
export function BulkBar({ selected, onClear, onDone, onRemove }: BulkBarProps) {
  const { t, format } = useI18n()
  const { run, runWithStep, progress } = useBulkAction()
  const [confirming, setConfirming] = useState<'retry' | 'cancel' | null>(null)
  const plan = planBulkAction({ action: confirming ?? 'retry', documents: selected })
  const confirm = async () => {
    if (confirming) onDone(await run(confirming, plan.targets))
  }
  const begin = async (action: BulkAction) => {
    const { targets } = planBulkAction({ action, documents: selected })
    // What can be taken back asks nothing first.
    if (action === 'remove') onRemove(targets)
    else if (action === 'check') onDone(await run(action, targets))
    else setConfirming(action)
  }
  return (
    <section
      aria-label={t('table.bulk.label')}
      className="animate-enter print:hidden fixed inset-x-3 bottom-20 z-30 mx-auto flex w-fit max-w-[calc(100%-1.5rem)] flex-wrap items-center gap-1.5 rounded-xl border border-line-strong bg-raised p-2 shadow-large lg:bottom-6 lg:left-60"
    >
      <p role="status" className="figures px-2 font-medium text-sm">
        {progress
          ? t('table.bulk.working', { ...progress })
          : t('table.bulk.count', { count: selected.length })}
      </p>
      {progress ? <Spinner className="mx-2" /> : null}
      {bulkActions.map(({ action, icon: Icon }) => {
        const { targets } = planBulkAction({ action, documents: selected })
        return (
          <Button
            key={action}
            size="small"
            variant={action === 'remove' ? 'danger' : 'secondary'}
            disabled={targets.length === 0 || progress !== null}
            // On a phone there is no room for what cannot be done.
            className={classNames(targets.length === 0 && 'max-sm:hidden')}
            {...(targets.length === 0 ? { title: t('table.bulk.none') } : {})}
            onClick={() => void begin(action)}
          >
            <Icon aria-hidden />
            <span>{t(`table.bulk.${action}`)}</span>
            {targets.length < selected.length ? (
              <span className="figures text-ink-faint">{format.number(targets.length)}</span>
            ) : null}
          </Button>
        )
      })}
      <BulkStepMenu
        selected={selected}
        disabled={progress !== null}
        onStep={async (step, targets) => onDone(await runWithStep(step, targets))}
      />
      <BulkExportMenu selected={selected} />
      <IconButton
        label={t('table.bulk.clear')}
        className="max-sm:absolute max-sm:top-1 max-sm:right-1"
        onClick={onClear}
      >
        <X aria-hidden />
      </IconButton>
      {confirming ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setConfirming(null)}
          title={t(`table.bulk.confirm.${confirming}`, { count: plan.targets.length })}
          description={[
            t(`table.bulk.confirm.${confirming}_text`, { pages: plan.pages }),
            t('table.bulk.skips', { count: plan.skipped }),
          ].join(' ')}
          confirmLabel={t(`table.bulk.${confirming}`)}
          cancelLabel={t('common.close')}
          tone={confirming === 'retry' ? 'primary' : 'danger'}
          onConfirm={() => void confirm()}
        />
      ) : null}
    </section>
  )
}
