'use client'

import { useCallback } from 'react'
import { useI18n } from '@/components/shell/i18n'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { describeFinding, fieldName } from '../result/findings'
import type { ReviewStop } from './review-stops'

/** What a stop is called: the name of its field with the number of its row, or what was found. */
export function useStopLabel(document: DocumentDetail): (stop: ReviewStop) => string {
  const { t, format, locale } = useI18n()
  const { result, resultSchema } = document
  return useCallback(
    (stop) =>
      stop.kind === 'finding'
        ? describeFinding({ finding: stop.finding, result, resultSchema, t, format, locale })
        : fieldName({ path: stop.id, resultSchema, locale }),
    [t, format, locale, result, resultSchema],
  )
}
