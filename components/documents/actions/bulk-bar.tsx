'use client'

import { Ban, type LucideIcon, RotateCw, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '@/components/shell/words'
import { Button } from '@/components/ui/controls/button'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import { IconButton } from '@/components/ui/controls/icon-button'
import { Spinner } from '@/components/ui/spinner'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import type { BulkOutcome } from './bulk-outcome'
import { planBulkAction } from './bulk-plan'
import { useBulkAction } from './use-bulk-action'
import type { DocumentAction } from './use-document-actions'

type BulkBarProps = {
  selected: DocumentSummary[]
  onClear: () => void
  onDone: (outcome: BulkOutcome) => void
}

const offers: { action: DocumentAction; icon: LucideIcon }[] = [
  { action: 'retry', icon: RotateCw },
  { action: 'cancel', icon: Ban },
  { action: 'remove', icon: Trash2 },
]

/** What can be done to the selected documents at once; says beforehand how many are left out and what it costs. */
export function BulkBar({ selected, onClear, onDone }: BulkBarProps) {
  const { t, format } = useWords()
  const { run, progress } = useBulkAction()
  const [asking, setAsking] = useState<DocumentAction | null>(null)
  const plan = planBulkAction({ action: asking ?? 'retry', documents: selected })
  const confirm = async () => {
    if (asking) onDone(await run(asking, plan.targets))
  }
  return (
    <section
      aria-label={t('table.bulk.label')}
      className="animate-enter fixed inset-x-3 bottom-20 z-30 mx-auto flex w-fit max-w-[calc(100%-1.5rem)] flex-wrap items-center gap-1.5 rounded-xl border border-line-strong bg-raised p-2 shadow-large lg:bottom-6 lg:left-60"
    >
      <p role="status" className="figures px-2 font-medium text-sm">
        {progress
          ? t('table.bulk.working', {
              done: format.number(progress.done),
              count: format.number(progress.count),
            })
          : t('table.bulk.count', { count: selected.length })}
      </p>
      {progress ? <Spinner className="mx-2" /> : null}
      {offers.map(({ action, icon: Sign }) => {
        const { targets } = planBulkAction({ action, documents: selected })
        return (
          <Button
            key={action}
            size="small"
            variant={action === 'remove' ? 'danger' : 'secondary'}
            disabled={targets.length === 0 || progress !== null}
            {...(targets.length === 0 ? { title: t('table.bulk.none') } : {})}
            onClick={() => setAsking(action)}
          >
            <Sign aria-hidden />
            {t(`table.bulk.${action}`)}
            {targets.length < selected.length ? (
              <span className="figures text-ink-faint">{format.number(targets.length)}</span>
            ) : null}
          </Button>
        )
      })}
      <IconButton label={t('table.bulk.clear')} onClick={onClear}>
        <X aria-hidden />
      </IconButton>
      {asking ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsking(null)}
          title={t(`table.bulk.confirm.${asking}`, { count: plan.targets.length })}
          description={[
            t(`table.bulk.confirm.${asking}_text`, { pages: plan.pages }),
            t('table.bulk.skips', { count: plan.skipped }),
          ].join(' ')}
          confirmLabel={t(`table.bulk.${asking}`)}
          cancelLabel={t('common.close')}
          tone={asking === 'retry' ? 'primary' : 'danger'}
          onConfirm={() => void confirm()}
        />
      ) : null}
    </section>
  )
}
