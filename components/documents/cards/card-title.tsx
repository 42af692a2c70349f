import { useI18n } from '@/components/shell/i18n'
import { TruncatedName } from '@/components/ui/truncated-name'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { stepLabel } from '@/lib/steps/step-label'

/** By what people know the document: supplier and amount, day and number, then its file; the file first until it was read. */
export function CardTitle({ document }: { document: DocumentSummary }) {
  const { t, format } = useI18n()
  const { name, bytes, pages, step, headline } = document
  const facts = [t('uploads.pages', { pages }), stepLabel({ t, name: step.name })]
  if (!headline)
    return (
      <>
        <TruncatedName name={name} className="font-medium" />
        <Line words={[format.bytes(bytes), ...facts]} className="text-ink-faint" />
      </>
    )
  const { from, number, issued, total, currency } = headline
  return (
    <>
      <span className="flex items-baseline gap-3">
        <span title={from ?? undefined} className="min-w-0 flex-1 truncate font-semibold">
          {from ?? t('card.no_supplier')}
        </span>
        {total === null ? null : (
          <span className="figures shrink-0 font-semibold">{format.money({ amount: total, currency })}</span>
        )}
      </span>
      <Line words={[issued && format.day(issued), number]} className="text-ink-soft" />
      <span className="flex gap-1 text-ink-faint text-xs">
        <TruncatedName name={name} />
        <span className="figures shrink-0 whitespace-pre">{`· ${facts.join(' · ')}`}</span>
      </span>
    </>
  )
}

function Line({ words, className }: { words: (string | null)[]; className: string }) {
  const said = words.filter(Boolean).join(' · ')
  if (!said) return null
  return (
    <span title={said} className={`figures block truncate text-xs ${className}`}>
      {said}
    </span>
  )
}
