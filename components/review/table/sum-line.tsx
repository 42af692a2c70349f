import { Check } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import type { ColumnSum } from './column-sum'

/** What the amounts come to, and whether the document says the same. */
export function SumLine({ sum: { sum, currency, answer } }: { sum: ColumnSum }) {
  const { t, format } = useI18n()
  const money = (amount: number) => format.money({ amount, currency })
  const isOff = answer !== null && !answer.isEqual
  return (
    <p
      className={classNames(
        'figures ml-auto flex items-center gap-1.5 text-sm',
        isOff ? 'text-attention' : 'text-ink-soft',
      )}
    >
      <span>
        {answer === null
          ? t('review.table.sum', { sum: money(sum) })
          : isOff
            ? t('review.table.sum_off', {
                sum: money(sum),
                field: answer.label,
                difference: money(answer.difference),
              })
            : t('review.table.sum_equal', { sum: money(sum), field: answer.label })}
      </span>
      {answer?.isEqual ? <Check aria-hidden className="size-4 text-good" /> : null}
    </p>
  )
}
