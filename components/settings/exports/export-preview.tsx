'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useI18n } from '@/components/shell/i18n'
import { LoadProblem } from '@/components/shell/load-problem'
import type { ConversionSpec } from '@/lib/steps/conversion-spec'
import { exportPreviewQuery } from '@/lib/steps/exports/queries'

/** What the columns make of the newest documents of the step. */
export function ExportPreview({ step, spec }: { step: string; spec: ConversionSpec }) {
  const { t, format } = useI18n()
  const preview = useQuery({ ...exportPreviewQuery({ step, spec }), placeholderData: keepPreviousData })
  if (preview.isError) return <LoadProblem error={preview.error} onRetry={() => void preview.refetch()} />
  if (!preview.data) return null
  const { documents, sheets } = preview.data
  const words = t('settings.exports.preview_of', { count: documents, number: format.number(documents) })
  return (
    <section aria-label={t('settings.exports.preview')} className="flex flex-col gap-2">
      <h3 className="font-medium text-sm">{t('settings.exports.preview')}</h3>
      <p className="text-ink-faint text-sm">{words}</p>
      {documents > 0
        ? sheets.map(({ name, heads, rows }) => (
            <section
              key={name}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
              tabIndex={0}
              aria-label={name}
              className="overflow-x-auto rounded-lg border"
            >
              <table className="w-full whitespace-nowrap text-left text-xs">
                <thead>
                  <tr className="border-b bg-sunken">
                    {numbered(heads).map(({ key, value }) => (
                      <th key={key} scope="col" className="px-2 py-1.5 font-medium">
                        {value}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody className="figures">
                  {numbered(rows).map(({ key, value: row }) => (
                    <tr key={key} className="border-b last:border-b-0">
                      {numbered(row).map(({ key, value }) => (
                        <td key={key} className="max-w-60 truncate px-2 py-1">
                          {value === null ? '' : String(value)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          ))
        : null}
    </section>
  )
}

/** Rows of a file have no names: their place is what they are known by. */
function numbered<Value>(values: Value[]): { key: string; value: Value }[] {
  return values.map((value, at) => ({ key: String(at), value }))
}
