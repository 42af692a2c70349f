'use client'

import { useI18n } from '@/components/shell/i18n'
import { Select } from '@/components/ui/controls/select'
import type { QueueFilter, ReviewQueue } from '@/lib/documents/model/review-queue'
import { stepLabel } from '@/lib/steps/step-label'

type QueueFiltersProps = {
  filter: QueueFilter
  queue: ReviewQueue | undefined
  onChange: (filter: QueueFilter) => void
}

const any = 'all'
const ages = [1, 3, 7, 30]

/** By step, by supplier and by how long a document has waited. */
export function QueueFilters({ filter, queue, onChange }: QueueFiltersProps) {
  const { t, format } = useI18n()
  const change = (key: keyof QueueFilter) => (value: string) => {
    const { [key]: _before, ...others } = filter
    const chosen = key === 'days' ? Number(value) : value
    onChange(value === any ? others : { ...others, [key]: chosen })
  }
  const toOptions = (groups: ReviewQueue['steps']) =>
    groups.map(({ id, name, documents }) => ({
      value: id,
      label: t('review.queue.option', { name, number: format.number(documents) }),
    }))
  const steps = (queue?.steps ?? []).map((step) => ({ ...step, name: stepLabel({ t, name: step.name }) }))
  return (
    <>
      <Select
        aria-label={t('review.queue.step')}
        value={filter.step ?? any}
        onChange={change('step')}
        options={[{ value: any, label: t('review.queue.step_all') }, ...toOptions(steps)]}
        className="h-9 w-auto max-w-44"
      />
      <Select
        aria-label={t('review.queue.supplier')}
        value={filter.supplier ?? any}
        onChange={change('supplier')}
        options={[
          { value: any, label: t('review.queue.supplier_all') },
          ...toOptions(queue?.suppliers ?? []),
        ]}
        className="h-9 w-auto max-w-44"
      />
      <Select
        aria-label={t('review.queue.age')}
        value={filter.days ? String(filter.days) : any}
        onChange={change('days')}
        options={[
          { value: any, label: t('review.queue.age_all') },
          ...ages.map((days) => ({
            value: String(days),
            label: t('review.queue.age_days', { days, number: format.number(days) }),
          })),
        ]}
        className="h-9 w-auto max-w-48"
      />
    </>
  )
}
