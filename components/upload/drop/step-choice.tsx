import { useQueryClient } from '@tanstack/react-query'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { Select } from '@/components/ui/controls/select'
import { Skeleton } from '@/components/ui/skeleton'
import { stepsQuery } from '@/lib/steps/queries'
import { stepLabel } from '@/lib/steps/step-label'
import { useUploads } from '../queue/upload-context'

/** Which step the next files go to. */
export function StepChoice() {
  const { t } = useI18n()
  const client = useQueryClient()
  const { step, steps, status, chooseStep } = useUploads().choices
  if (status === 'pending') return <Skeleton className="h-8 w-52 rounded-lg" />
  if (status === 'error')
    return (
      <p role="alert" className="flex items-center gap-2 text-bad text-sm">
        <span>{t('upload.step.failed')}</span>
        <Button size="small" onClick={() => void client.refetchQueries(stepsQuery)}>
          {t('common.retry')}
        </Button>
      </p>
    )
  if (!step) return <p className="max-w-prose text-attention text-sm">{t('upload.step.none')}</p>
  return (
    <div className="flex min-w-0 items-center gap-2.5 text-sm">
      <span aria-hidden className="text-ink-soft">
        {t('upload.step')}
      </span>
      <Select
        aria-label={t('upload.step')}
        value={step.id}
        onChange={chooseStep}
        options={steps.map(({ id, name }) => ({ value: id, label: stepLabel({ t, name }) }))}
        className="h-8 w-auto min-w-40 max-w-64"
      />
    </div>
  )
}
