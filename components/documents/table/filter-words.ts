import type { I18n } from '@/components/shell/i18n'
import { type ListFilter, listOrderOf } from '@/lib/documents/model/list-filter'
import { rangeText } from '../filters/date-filter'
import { columns } from './columns'

type Named = { id: string; name: string }
type Worded = Pick<I18n, 't' | 'format'> & { filter: ListFilter; people: Named[]; steps: Named[] }

/** What a list is narrowed to and how it is ordered, for the head of a printed one. */
export function filterWords({ filter, people, steps, t, format }: Worded): string[] {
  const said = (label: string, value: string | undefined) =>
    value ? [t('print.filter', { label, value })] : []
  const nameOf = (all: Named[], id: string | undefined) => all.find((one) => one.id === id)?.name ?? id
  const days = (kind: 'issued' | 'due' | 'received', from: string | undefined, to: string | undefined) =>
    from || to ? [t(`table.filter.days.${kind}`, { days: rangeText({ from, to, t, format }) })] : []
  const { sort, order } = listOrderOf(filter)
  const sorted = t(sort === 'supplier' ? 'table.column.supplier' : columns[sort].label)
  return [
    ...said(t('print.search'), filter.q),
    ...said(t('table.column.supplier'), filter.supplier),
    ...said(t('table.filter.state'), filter.state?.map((state) => t(`state.${state}`)).join(', ')),
    ...(filter.review ? [t(`table.filter.check_${filter.review}`)] : []),
    ...said(t('table.filter.step'), nameOf(steps, filter.step)),
    ...said(t('table.filter.person'), nameOf(people, filter.person)),
    ...days('issued', filter.issuedFrom, filter.issuedTo),
    ...days('due', filter.dueFrom, filter.dueTo),
    ...days('received', filter.from, filter.to),
    ...said(t('table.sort'), `${sorted} ${order === 'asc' ? '\u2191' : '\u2193'}`),
  ]
}
