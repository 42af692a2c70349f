'use client'

import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import type { Share } from '@/lib/usage/schema'

type ShareTableProps = {
  kind: 'person' | 'step'
  shares: Share[]
  chosenId: string | null
  onChoose: (share: Share) => void
}

const titles = { person: 'usage.people.title', step: 'usage.steps.title' } as const

/** Pages by person or by step; each row opens its lines. The bar repeats the share that stands beside it. */
export function ShareTable({ kind, shares, chosenId, onChoose }: ShareTableProps) {
  const { t, format } = useI18n()
  const total = shares.reduce((sum, share) => sum + share.pages, 0)
  return (
    <section className="min-w-0">
      <h3 className="mb-1 text-sm">{t(titles[kind])}</h3>
      <table className="figures w-full table-fixed text-left text-sm">
        <thead className="text-ink-faint text-xs">
          <tr>
            <th scope="col" className="border-b py-2 font-medium">
              {t(`usage.column.${kind}`)}
            </th>
            <th scope="col" className="w-20 border-b py-2 text-right font-medium">
              {t('usage.column.pages')}
            </th>
            <th scope="col" className="w-16 border-b py-2 text-right font-medium sm:w-28">
              {t('usage.column.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => {
            const ratio = total === 0 ? 0 : share.pages / total
            return (
              <tr key={share.id} className={classNames(chosenId === share.id && 'bg-sunken/60')}>
                <td className="truncate border-line/70 border-b py-2 pr-3">
                  <button
                    type="button"
                    aria-label={t('usage.share.open', { name: share.name })}
                    aria-pressed={chosenId === share.id}
                    onClick={() => onChoose(share)}
                    className="min-h-6 max-w-full truncate text-left underline decoration-line-strong underline-offset-4 hover:decoration-accent"
                  >
                    {share.name}
                  </button>
                </td>
                <td className="border-line/70 border-b py-2 text-right">{format.number(share.pages)}</td>
                <td className="border-line/70 border-b py-2 text-right text-ink-soft">
                  <span className="flex items-center justify-end gap-2">
                    <span
                      aria-hidden
                      className="hidden h-1.5 w-12 overflow-hidden rounded-full bg-sunken sm:block"
                    >
                      <span className="block h-full bg-accent" style={{ width: `${ratio * 100}%` }} />
                    </span>
                    <span className="w-10">{format.percent(ratio)}</span>
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
