import type { Formatter } from '@/lib/format'
import type { Translate } from '@/lib/i18n/translate-messages'
import { humanise } from '@/lib/steps/field-schema'
import type { ResultTable, ResultValue, Scalar } from './result-tree'

const isoDay = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** A value as its reader writes numbers, amounts and dates. Anything else is shown as it came. */
export function formatValue({
  value: { value, isMoney, currency, key },
  format,
  t,
}: {
  value: Pick<ResultValue, 'value' | 'isMoney' | 'currency' | 'key'>
  format: Formatter
  t: Translate
}): string {
  if (value === null) return t('review.value.not_found')
  if (typeof value === 'boolean') return t(value ? 'review.value.yes' : 'review.value.no')
  if (typeof value === 'number') {
    if (isMoney) return format.money({ amount: value, currency })
    return isYear({ key, value }) ? String(value) : format.number(value)
  }
  if (isoDay.test(value)) return format.day(value)
  if (isoInstant.test(value)) return format.dateTime(value)
  return value
}

/** A value as a program wants it: what the copy button gives. */
export function plainValue(value: Scalar): string {
  return value === null ? '' : String(value)
}

function isYear({ key, value }: { key: string; value: number }): boolean {
  return /(^| )(year|año|anio)($| )/i.test(humanise(key)) && Number.isInteger(value)
}

/** A table as spreadsheets take it from the clipboard: tabs between cells, a line per row, labels on top. */
export function tableText(table: ResultTable): string {
  const header = table.columns.map(({ label }) => label)
  const rows = table.rows.map(({ cells }) => cells.map(({ value }) => plainValue(value)))
  return [header, ...rows].map((cells) => cells.map(onOneLine).join('\t')).join('\n')
}

function onOneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ')
}
