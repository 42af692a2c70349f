'use client'

import { useQuery } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import Link from 'next/link'
import { useI18n } from '@/components/shell/i18n'
import type { FindingItem } from '@/lib/documents/model/review-item'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentDetailQuery, documentPaths } from '@/lib/documents/queries'

type EarlierInvoiceProps = { finding: FindingItem; document: DocumentDetail }

/** The invoice that a finding compares with, beside this one; nothing where the reader may not see it. */
export function EarlierInvoice({ finding, document }: EarlierInvoiceProps) {
  const { code, values } = finding
  const isCompared = code === 'invoice.again' || code === 'account.changed'
  if (!isCompared || typeof values.document !== 'string') return null
  return <Beside id={values.document} finding={finding} document={document} />
}

function Beside({ id, finding: { values }, document }: EarlierInvoiceProps & { id: string }) {
  const { t } = useI18n()
  const { data: earlier } = useQuery(documentDetailQuery(id))
  const rowsOf = useRows()
  if (!earlier) return null
  const [own, other] = [rowsOf(document), rowsOf(earlier)]
  const accounts =
    typeof values.account === 'string' && typeof values.before === 'string'
      ? [{ label: t('review.finding.account_row'), own: values.account, other: values.before }]
      : []
  const rows = [
    ...own.map(({ label, text }, at) => ({ label, own: text, other: other[at]?.text ?? '' })),
    ...accounts,
  ]
  return (
    <div className="basis-full overflow-x-auto">
      <table className="figures w-full text-left text-sm">
        <thead>
          <tr className="text-ink-soft text-xs">
            <td />
            <th scope="col" className="py-0.5 pr-4 font-medium">
              {t('review.finding.this')}
            </th>
            <th scope="col" className="py-0.5 font-medium">
              {t('review.finding.earlier')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} className="align-baseline">
              <th scope="row" className="py-0.5 pr-4 font-normal text-ink-soft">
                {row.label}
              </th>
              <td className="py-0.5 pr-4">{row.own}</td>
              <td className="py-0.5">{row.other}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Link
        href={documentPaths.page(id)}
        target="_blank"
        className="mt-1 inline-flex items-center gap-1.5 text-accent text-sm underline decoration-accent/40 underline-offset-4 [&_svg]:size-3.5"
      >
        <ExternalLink aria-hidden />
        <span>{t('review.finding.open_earlier')}</span>
      </Link>
    </div>
  )
}

/** The few values by which two invoices are compared, as the reader writes them. */
function useRows() {
  const { t, format } = useI18n()
  return ({ headline, receivedAt }: DocumentDetail) => {
    const { from, number, issued, total, currency = null } = headline ?? {}
    return [
      { label: t('table.column.supplier'), text: from ?? '' },
      { label: t('table.column.number'), text: number ?? '' },
      { label: t('table.column.issued'), text: issued ? format.day(issued) : '' },
      {
        label: t('table.column.total'),
        text: total == null ? '' : format.money({ amount: total, currency }),
      },
      { label: t('review.details.received'), text: format.dateTime(receivedAt) },
    ]
  }
}
