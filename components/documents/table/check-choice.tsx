'use client'

import { useWords } from '@/components/shell/words'
import { Select } from '@/components/ui/controls/select'
import type { CheckFilter } from '@/lib/documents/check-filter'

type CheckChoiceProps = { check: CheckFilter | undefined; onChange: (check: CheckFilter | undefined) => void }

const everything = 'all'

/** Documents that a person should look at, or has. */
export function CheckChoice({ check, onChange }: CheckChoiceProps) {
  const { t } = useWords()
  return (
    <Select
      aria-label={t('table.filter.check')}
      value={check ?? everything}
      onChange={(value) => onChange(value === 'open' || value === 'done' ? value : undefined)}
      options={[
        { value: everything, label: t('table.filter.check_all') },
        { value: 'open', label: t('table.filter.check_open') },
        { value: 'done', label: t('table.filter.check_done') },
      ]}
      className="h-9 sm:w-auto"
    />
  )
}
