import { Eye, Hourglass } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { stateLooks } from '../summary/state-badge'
import { type CardGroup, countGroups } from './card-filter'

type StateFiltersProps = {
  documents: readonly DocumentSummary[]
  late: ReadonlySet<string>
  selected: CardGroup | null
  onSelect: (group: CardGroup | null) => void
}

/** How many documents are in each state; pressing a counter shows only those. */
export function StateFilters({ documents, late, selected, onSelect }: StateFiltersProps) {
  const { t, format } = useI18n()
  return (
    <fieldset className="-mx-4 min-w-0 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0.5">
      <legend className="sr-only">{t('cards.filter.label')}</legend>
      <div className="flex gap-1.5">
        <Counter isOn={selected === null} onPress={() => onSelect(null)}>
          <span>{t('cards.filter.all')}</span> <Figure>{format.number(documents.length)}</Figure>
        </Counter>
        {countGroups({ documents, late, selected }).map(({ group, count }) => (
          <Counter
            key={group}
            isOn={selected === group}
            isEmpty={count === 0}
            onPress={() => onSelect(selected === group ? null : group)}
          >
            <GroupIcon group={group} />
            <span>
              {t(group === 'review' || group === 'late' ? `cards.filter.${group}` : `state.${group}`)}
            </span>
            <Figure>{format.number(count)}</Figure>
          </Counter>
        ))}
      </div>
    </fieldset>
  )
}

type CounterProps = { isOn: boolean; isEmpty?: boolean; onPress: () => void; children: React.ReactNode }

function Counter({ isOn, isEmpty, onPress, children }: CounterProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className={classNames(
        'inline-flex h-8 items-center gap-1.5 whitespace-nowrap rounded-full border px-3 text-ink-soft text-sm transition-colors hover:border-line-strong hover:text-ink [&_svg]:size-3.5',
        isEmpty && 'text-ink-faint',
        isOn && 'border-ink bg-ink text-paper hover:border-ink hover:text-paper',
      )}
    >
      {children}
    </button>
  )
}

function Figure({ children }: { children: React.ReactNode }) {
  return <span className="figures font-medium">{children}</span>
}

function GroupIcon({ group }: { group: CardGroup }) {
  if (group === 'late') return <Hourglass aria-hidden />
  const Icon = group === 'review' ? Eye : stateLooks[group].icon
  return <Icon aria-hidden />
}
