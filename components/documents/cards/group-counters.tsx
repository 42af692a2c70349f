import { Check, Eye, Hourglass, LoaderCircle, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { type CardGroup, cardGroups, type GroupCounts } from './card-filter'

type GroupCountersProps = {
  counts: GroupCounts
  /** How many of those in progress take longer than usual. */
  late: number
  selected: CardGroup | null
  onSelect: (group: CardGroup | null) => void
}

const icons: Record<CardGroup, LucideIcon> = {
  open: LoaderCircle,
  review: Eye,
  done: Check,
  failed: TriangleAlert,
}

/** How many documents are where; pressing a counter shows only those, pressing it again shows all. */
export function GroupCounters({ counts, late, selected, onSelect }: GroupCountersProps) {
  const { t, format } = useI18n()
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{t('cards.filter.label')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {cardGroups.map((group) => {
          const Icon = icons[group]
          const isOn = selected === group
          return (
            <button
              key={group}
              type="button"
              aria-pressed={isOn}
              onClick={() => onSelect(isOn ? null : group)}
              className={classNames(
                'inline-flex h-8 items-center gap-1.5 whitespace-nowrap rounded-lg border px-2.5 text-ink-soft text-sm transition-colors hover:border-line-strong hover:text-ink [&_svg]:size-3.5',
                counts[group] === 0 && 'text-ink-faint',
                isOn && 'border-ink bg-ink text-paper hover:border-ink hover:text-paper',
              )}
            >
              <Icon aria-hidden />
              <span>{t(`cards.filter.${group}`)}</span>{' '}
              <span className="figures font-medium">{format.number(counts[group])}</span>
              {group === 'open' && late > 0 ? (
                <span title={t('cards.filter.late', { count: late })} className="inline-flex">
                  <Hourglass aria-hidden className={isOn ? '' : 'text-attention'} />
                  <span className="sr-only">{t('cards.filter.late', { count: late })}</span>
                </span>
              ) : null}
            </button>
          )
        })}
      </div>
    </fieldset>
  )
}
