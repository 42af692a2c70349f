'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { RefObject } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { Select } from '@/components/ui/controls/select'
import {
  type FilterChange,
  isFiltered,
  type ListFilter,
  type ReviewFilter,
} from '@/lib/documents/model/list-filter'
import { stepsQuery } from '@/lib/steps/queries'
import { stepLabel } from '@/lib/steps/step-label'
import { DateFilter } from './date-filter'
import { QuickPeriods } from './quick-periods'
import { SearchBox } from './search-box'
import { StateChoice } from './state-choice'
import { SupplierBox } from './supplier-box'

export type FilterPerson = { id: string; name: string }

type FilterBarProps = {
  filter: ListFilter
  /** Empty where the reader may not tell people apart. */
  people: FilterPerson[]
  /** Names of suppliers to choose from. */
  suppliers?: string[]
  searchRef: RefObject<HTMLInputElement | null>
  onChange: (changes: FilterChange, history?: 'step' | 'stay') => void
  onClear: () => void
}

const anyValue = 'all'
const toFilterValue = (value: string) => (value === anyValue ? undefined : value)

export function FilterBar({ filter, people, suppliers = [], searchRef, onChange, onClear }: FilterBarProps) {
  const { t } = useI18n()
  const { data } = useQuery(stepsQuery)
  const steps = data?.steps ?? []
  return (
    <search
      aria-label={t('table.filters')}
      className="mb-3 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap sm:items-center"
    >
      <SearchBox
        ref={searchRef}
        value={filter.q ?? ''}
        onSearch={(q) => onChange({ q: q || undefined }, 'stay')}
      />
      <SupplierBox
        supplier={filter.supplier ?? ''}
        known={suppliers}
        onChange={(supplier) => onChange({ supplier }, 'stay')}
      />
      <StateChoice states={filter.state ?? []} onChange={(state) => onChange({ state })} />
      <ReviewChoice review={filter.review} onChange={(review) => onChange({ review })} />
      {steps.length > 1 || filter.step ? (
        <Select
          aria-label={t('table.filter.step')}
          value={filter.step ?? anyValue}
          onChange={(value) => onChange({ step: toFilterValue(value) })}
          options={[
            { value: anyValue, label: t('table.filter.step_all') },
            ...steps.map(({ id, name }) => ({ value: id, label: stepLabel({ t, name }) })),
          ]}
          className="h-9 sm:w-auto sm:max-w-52"
        />
      ) : null}
      {people.length > 1 ? (
        <Select
          aria-label={t('table.filter.person')}
          value={filter.person ?? anyValue}
          onChange={(value) => onChange({ person: toFilterValue(value) })}
          options={[
            { value: anyValue, label: t('table.filter.person_all') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          className="h-9 sm:w-auto sm:max-w-48"
        />
      ) : null}
      <DateFilter filter={filter} onChange={onChange} />
      <QuickPeriods filter={filter} onChange={onChange} />
      {isFiltered(filter) ? (
        <Button variant="quiet" size="small" onClick={onClear} className="h-9 justify-self-start">
          <X aria-hidden />
          <span>{t('table.filter.clear')}</span>
        </Button>
      ) : null}
    </search>
  )
}

type ReviewChoiceProps = {
  review: ReviewFilter | undefined
  onChange: (review: ReviewFilter | undefined) => void
}

/** Documents that wait for a person, or that one has checked. */
function ReviewChoice({ review, onChange }: ReviewChoiceProps) {
  const { t } = useI18n()
  return (
    <Select
      aria-label={t('table.filter.check')}
      value={review ?? anyValue}
      onChange={(value) => onChange(value === 'open' || value === 'done' ? value : undefined)}
      options={[
        { value: anyValue, label: t('table.filter.check_all') },
        { value: 'open', label: t('table.filter.check_open') },
        { value: 'done', label: t('table.filter.check_done') },
      ]}
      className="h-9 sm:w-auto"
    />
  )
}
