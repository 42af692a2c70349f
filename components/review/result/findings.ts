import { z } from 'zod'
import { nothingFound as nothingFoundCode } from '@/lib/documents/attention/review-items'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import type { Formatter } from '@/lib/format'
import type { Locale } from '@/lib/i18n/catalogues'
import type { Translate } from '@/lib/i18n/translate-messages'
import { type FieldSchema, fieldLabel, readFieldSchema, schemaOf } from '@/lib/steps/field-schema'
import { currencyOf } from './amount-fields'

type Validation = NonNullable<DocumentDetail['validation']>

const scalar = z.union([z.string(), z.number()])
const findingSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  fields: z.array(z.string()).catch([]),
  values: z.record(z.string(), scalar).catch({}),
  message: z.string(),
})
type Finding = z.infer<typeof findingSchema>

/** Said of a result without any value, which has nothing beside it either. */
const nothingFound = 'None of the values that this step asks for were found.'

type Reader = { t: Translate; format: Formatter; locale: Locale }

/**
 * What the checks found, in the reader's language where the result says it in codes (`_validation`, which the engine
 * in the box writes), else in the words of the service.
 */
export function describeFindings({
  validation,
  result,
  resultSchema,
  ...reader
}: Reader & {
  validation: Validation
  result: DocumentDetail['result']
  resultSchema: unknown
}): Validation {
  const parsed = z.array(findingSchema).safeParse(result?._validation)
  const findings = parsed.success ? parsed.data : []
  const schema = readFieldSchema(resultSchema)
  const currency = currencyOf(result ?? {})
  const words = new Map(
    findings.map((finding) => [finding.message, describe({ finding, schema, currency, ...reader })]),
  )
  words.set(nothingFound, reader.t('review.finding.nothing'))
  const translate = ({ count, messages }: Validation['errors']) => ({
    count,
    messages: messages.map((message) => words.get(message) ?? message),
  })
  return { errors: translate(validation.errors), warnings: translate(validation.warnings) }
}

type Described = Pick<Finding, 'code' | 'fields' | 'values' | 'message'>

type OneFinding = Reader & {
  finding: Omit<Described, 'code'> & { code: string | null }
  result: DocumentDetail['result']
  resultSchema: unknown
}

/** One finding in the reader's language; in the words of the service where it has no code. */
export function describeFinding({ finding, result, resultSchema, ...reader }: OneFinding): string {
  const { code, message } = finding
  if (code === nothingFoundCode) return reader.t('review.finding.nothing')
  if (code === null) return message || reader.t('review.queue.finding')
  const schema = readFieldSchema(resultSchema)
  return describe({ finding: { ...finding, code }, schema, currency: currencyOf(result ?? {}), ...reader })
}

function describe({
  finding,
  schema,
  currency,
  t,
  format,
  locale,
}: Reader & { finding: Described; schema: FieldSchema; currency: string | null }): string {
  const { code, fields, values } = finding
  const field = labelOf({ path: fields[0] ?? '', schema, locale })
  const rows = fields.length
  const money = (name: string) => format.money({ amount: Number(values[name]), currency })
  const number = (name: string) => format.number(Number(values[name]))
  const text = (name: string) => String(values[name] ?? '')
  switch (code) {
    case 'required.missing':
      return t('review.finding.missing', { field, rows })
    case 'type.mismatch':
    case 'format.mismatch':
    case 'range.mismatch':
      return t('review.finding.form', { field, rows, detail: text('detail') })
    case 'pattern.mismatch':
      return t('review.finding.pattern', { field, rows, detail: text('detail') })
    case 'choice.mismatch':
      return t('review.finding.choice', { field, rows, detail: text('detail') })
    case 'totals.mismatch':
      return 'tax' in values
        ? t('review.finding.totals_tax', {
            subtotal: money('subtotal'),
            tax: money('tax'),
            total: money('total'),
          })
        : t('review.finding.totals', { subtotal: money('subtotal'), total: money('total') })
    case 'lines.mismatch':
      return t('review.finding.lines', { sum: money('sum') })
    case 'row.mismatch':
      return t('review.finding.row', {
        quantity: number('quantity'),
        price: money('price'),
        amount: money('amount'),
      })
    case 'due_date.early':
      return t('review.finding.due_date', {
        due: format.day(text('due_date')),
        date: format.day(text('date')),
      })
    case 'invoice.again':
      return t('review.finding.again', { date: format.date(text('received')) })
    case 'account.changed':
      return t('review.finding.account', {
        account: text('account'),
        before: text('before'),
        date: format.date(text('received')),
      })
    case 'iban.check_digits':
      return t('review.finding.iban', { text: text('text') })
    case 'tax_id.check_digits':
      return t('review.finding.tax_id', { text: text('text') })
    case 'file.several_documents':
      return t('review.finding.several_documents', { number: number('count'), pages: text('pages') })
    case 'file.portfolio':
      return t('review.finding.portfolio', { count: Number(values.count), number: number('count') })
    case 'file.dynamic_form':
      return t('review.finding.dynamic_form')
    case 'text.unreadable':
      return t('review.finding.unreadable', { count: Number(values.count), pages: text('pages') })
    case 'print.too_small':
      return t('review.finding.too_small', { count: Number(values.count), pages: text('pages') })
    default:
      return finding.message
  }
}

/** The reader's name for a value of a result; of one in a table with the table's and the number of its row. */
export function fieldName({
  path,
  resultSchema,
  locale,
}: {
  path: string
  resultSchema: unknown
  locale: Locale
}): string {
  const schema = readFieldSchema(resultSchema)
  const row = /^(.*)\.(\d+)\.[^.]+$/.exec(path)
  const own = labelOf({ path, schema, locale })
  if (!row) return own
  return `${labelOf({ path: row[1] ?? '', schema, locale })} ${Number(row[2]) + 1} · ${own}`
}

/** The reader's name for the field at a path; the number of a row says nothing about it. */
function labelOf({ path, schema, locale }: { path: string; schema: FieldSchema; locale: Locale }): string {
  const names = path.split('.').filter((name) => !/^\d+$/.test(name))
  let at = schema
  for (const name of names) {
    const next = schemaOf({ schema: at, key: name })
    at = Object.keys(next).length > 0 ? next : schemaOf({ schema: readFieldSchema(at.items), key: name })
  }
  return fieldLabel({ schema: at, key: names.at(-1) ?? '', locale })
}
