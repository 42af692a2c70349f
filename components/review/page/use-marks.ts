'use client'

import { useMemo } from 'react'
import { useI18n } from '@/components/shell/i18n'
import type { ResultValue } from '../result/result-tree'
import { formatValue } from '../result/value-text'
import { type Mark, toMarks } from './page-view'

/** Where on the original the values were read, each with its text in the reader's language. */
export function useMarks(values: ResultValue[]): Mark[] {
  const { t, format } = useI18n()
  return useMemo(
    () => toMarks({ values, textOf: (value) => formatValue({ value, format, t }) }),
    [values, format, t],
  )
}
