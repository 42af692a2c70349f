import type { Translate } from '@/lib/i18n/translate-messages'
import { csvFormat } from '@/lib/table/csv'
import type { UploadItem } from '../transfer/upload-item'
import { causeOf } from './cause'

type ProblemList = { t: Translate; locale: string; items: readonly UploadItem[] }

/** A table of the files that did not arrive, and why; null where all did. */
export function writeProblemList({ t, locale, items }: ProblemList): string | null {
  const csv = csvFormat(locale)
  const rows = items.flatMap((item) => {
    const { kind } = item.phase
    if (kind !== 'failed' && kind !== 'refused' && kind !== 'duplicate') return []
    return [csv.row([item.name, item.bytes, t(`row.${kind}`), causeOf({ t, item })])]
  })
  if (rows.length === 0) return null
  const head = (['file', 'bytes', 'outcome', 'cause'] as const).map((column) => t(`uploads.list.${column}`))
  return [csv.start, csv.row(head), ...rows].join('')
}
