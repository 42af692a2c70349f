'use client'

import { useState } from 'react'
import { SaveProblem } from '@/components/forms/save-problem'
import { useChange } from '@/components/forms/use-change'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import { Panel } from '@/components/ui/panel'
import { forgetLessons, lessonsQuery } from '@/lib/lessons/queries'
import type { TaughtSupplier } from '@/lib/lessons/schema'
import { stepLabel } from '@/lib/steps/step-label'
import { LessonRow } from './lesson-row'

/** All that was learnt of one supplier's documents. */
export function SupplierLessons({ supplier }: { supplier: TaughtSupplier }) {
  const { t } = useI18n()
  const [isAsking, setAsking] = useState(false)
  const forget = useChange({ queryKey: lessonsQuery.queryKey, send: forgetLessons })
  const name = supplier.name ?? t('lessons.supplier_unnamed')
  const titleId = `${supplier.id}-title`
  return (
    <section aria-labelledby={titleId}>
      <Panel className="min-w-0">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-5 py-2.5 sm:px-6">
          <div className="min-w-0 flex-1">
            <h2 id={titleId} className="truncate text-base">
              {name}
            </h2>
            <p className="truncate text-ink-soft text-xs">{stepLabel({ t, name: supplier.step.name })}</p>
          </div>
          <Button
            variant="quiet"
            size="small"
            disabled={forget.isPending}
            aria-label={t('lessons.forget_all_of', { name })}
            onClick={() => setAsking(true)}
          >
            {t('lessons.forget_all')}
          </Button>
        </header>
        <SaveProblem problem={forget.problem} />
        <ul className="divide-y">
          {supplier.lessons.map((lesson) => (
            <LessonRow key={lesson.id} lesson={lesson} supplier={name} />
          ))}
        </ul>
      </Panel>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('lessons.forget_all_question', { name })}
        description={t('lessons.forget_text')}
        confirmLabel={t('lessons.forget_all')}
        cancelLabel={t('common.cancel')}
        onConfirm={() => forget.mutate({ supplier: supplier.id })}
      />
    </section>
  )
}
