'use client'

import { useMemo, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { fieldName } from '../result/findings'
import { buildResultTree, listValues } from '../result/result-tree'
import { formatValue } from '../result/value-text'

type AttemptValuesProps = {
  result: NonNullable<DocumentDetail['result']>
  /** Of the current reading: it names the fields that both have. */
  resultSchema: DocumentDetail['resultSchema']
}

/** What an earlier attempt read, listed when asked for. */
export function AttemptValues({ result, resultSchema }: AttemptValuesProps) {
  const { t, format, locale } = useI18n()
  const [isOpen, setOpen] = useState(false)
  const values = useMemo(
    () => listValues(buildResultTree({ result, resultSchema, locale })).filter(({ value }) => value !== null),
    [result, resultSchema, locale],
  )
  if (values.length === 0) return null
  return (
    <>
      <p className="mt-3 flex items-center gap-1 text-ink-soft text-sm">
        <span className="figures">{t('review.values.count', { found: values.length })}</span>
        <Button
          variant="quiet"
          size="small"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="h-7 text-accent"
        >
          {t(isOpen ? 'review.values.collapse' : 'review.values.expand')}
        </Button>
      </p>
      {isOpen ? (
        <dl className="mt-1 divide-y text-sm">
          {values.map((value) => (
            <div key={value.path} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-4 py-1.5">
              <dt className="hyphens-auto break-words text-ink-soft">
                {fieldName({ path: value.path, resultSchema, locale })}
              </dt>
              <dd className="figures break-words font-medium">{formatValue({ value, format, t })}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  )
}
