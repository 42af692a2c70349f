'use client'

import { useQuery } from '@tanstack/react-query'
import { type ExportChoice, exportChoices } from '@/components/shell/export-menu'
import { columnSetsQuery } from '@/lib/steps/exports/queries'
import { tableFormats } from '@/lib/table/formats'

/** The forms that documents of these steps are saved in, the saved column sets of theirs among them; of all steps, all. */
export function useExportChoices(steps?: ReadonlySet<string>): ExportChoice[] {
  const { data } = useQuery(columnSetsQuery)
  const sets = data?.exports.filter(({ step }) => !steps || steps.has(step.id)) ?? []
  const ofSets = sets.flatMap(({ name }) => tableFormats.map((format) => ({ format, columns: name })))
  return [...exportChoices, ...ofSets]
}
