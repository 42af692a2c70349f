import { partMark } from '@/components/ui/sentence'
import type { FieldEvent } from '@/lib/documents/model/field-event'
import type { Formatter } from '@/lib/format'
import type { Locale } from '@/lib/i18n/catalogues'
import type { Translate } from '@/lib/i18n/translate-messages'
import { confirmLabel } from '../findings/confirm-label'
import { describeFinding, fieldName } from '../result/findings'
import type { ResultValue, Scalar } from '../result/result-tree'
import { formatValue } from '../result/value-text'

type Told = {
  event: FieldEvent
  result: Record<string, unknown> | null
  resultSchema: unknown
  /** The values of the document by their paths: they say which of them are money. */
  values: ReadonlyMap<string, ResultValue>
  t: Translate
  format: Formatter
  locale: Locale
}

/** Where the name of the field stands in the words of an event. */
const fieldMark = partMark('field')

/** What somebody did, in a sentence. */
export function eventWords({ event, t, format, ...told }: Told): string {
  const { kind, path, from, to } = event
  const known = path === null ? undefined : told.values.get(path)
  const shown = (value: Scalar) =>
    formatValue({
      value: {
        isMoney: known?.isMoney ?? false,
        currency: known?.currency ?? null,
        key: known?.key ?? '',
        value,
      },
      format,
      t,
    })
  const words = { name: event.by.name, field: fieldMark }
  const values = { ...words, from: shown(from), to: shown(to) }
  switch (kind) {
    case 'corrected':
      if (from === null) return t('review.event.filled', values)
      return t(to === null ? 'review.event.emptied' : 'review.event.corrected', values)
    case 'restored':
      return t(to === null ? 'review.event.restored_empty' : 'review.event.restored', values)
    case 'confirmed':
      if (event.finding)
        return t('review.event.signed', {
          ...words,
          answer: t(confirmLabel(event.finding.code)),
          finding: findingWords({ event, t, format, ...told }),
        })
      return t(to === null ? 'review.event.confirmed_absent' : 'review.event.confirmed', values)
    case 'unconfirmed':
      if (event.finding)
        return t('review.event.unsigned', { ...words, finding: findingWords({ event, t, format, ...told }) })
      return t('review.event.unconfirmed', words)
    case 'exported': {
      const { format: kindOfFile = '', documents = 1 } = event.export ?? {}
      return t('review.event.exported', { ...words, format: kindOfFile.toUpperCase(), count: documents })
    }
    default:
      return t(`review.event.${kind}`, words)
  }
}

function findingWords({ event, result, resultSchema, t, format, locale }: Told): string {
  return event.finding
    ? describeFinding({ finding: event.finding, result, resultSchema, t, format, locale })
    : ''
}

/** The reader's name for what an event is about: a value with its table and row, or a row. */
export function eventField({
  event,
  resultSchema,
  locale,
}: Pick<Told, 'event' | 'resultSchema' | 'locale'>): string {
  const path = event.path ?? ''
  const row = /^(.*)\.(\d+)$/.exec(path)
  const name = fieldName({ path: row?.[1] ?? path, resultSchema, locale })
  return row ? `${name} ${Number(row[2]) + 1}` : name
}
