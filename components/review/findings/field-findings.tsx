'use client'

import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Button } from '@/components/ui/controls/button'
import { useSetPageFocus } from '../page/page-focus'
import { describeFinding } from '../result/findings'
import { confirmLabel } from './confirm-label'
import { EarlierInvoice } from './earlier-invoice'
import { FindingSentence } from './finding-sentence'
import { useFindings } from './findings-provider'
import type { Standing } from './standing'
import { useConfirmFinding } from './use-confirm-finding'

/** What was found about the value or table at a path, in sentences with their figures. */
export function FieldFindings({ path, className }: { path: string; className?: string }) {
  const found = useFindings()?.at.get(path) ?? []
  if (found.length === 0) return null
  return (
    <ul className={classNames('flex flex-col gap-1 text-sm', className)}>
      {found.map((standing) => (
        <li key={standing.finding.id}>
          <OneFinding standing={standing} />
        </li>
      ))}
    </ul>
  )
}

function OneFinding({ standing }: { standing: Standing }) {
  const { t } = useI18n()
  const { finding, confirmedBy } = standing
  const document = useFindings()?.document
  const confirm = useConfirmFinding(finding.id)
  const isOpen = confirmedBy === null
  const isSigned = document !== undefined && finding.id in document.confirmations
  return (
    <div
      className={classNames(
        'flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg px-2 py-1',
        isOpen ? 'bg-attention-soft text-ink' : 'text-ink-soft',
      )}
    >
      <Icon standing={standing} />
      <p className="min-w-0 flex-1 basis-40">
        <Words standing={standing} />
      </p>
      {isOpen ? (
        <Button size="small" className="h-7" onClick={() => confirm(true)}>
          <span>{t(confirmLabel(finding.code))}</span>
        </Button>
      ) : (
        <span className="text-ink-faint text-xs">{t('review.finding.confirmed', { name: confirmedBy })}</span>
      )}
      {isSigned ? (
        <Button variant="quiet" size="small" className="h-7" onClick={() => confirm(false)}>
          <span>{t('review.queue.undo')}</span>
        </Button>
      ) : null}
      {isOpen && document ? <EarlierInvoice finding={finding} document={document} /> : null}
    </div>
  )
}

function Words({ standing: { finding, breach } }: { standing: Standing }) {
  const { t, format, locale } = useI18n()
  const findings = useFindings()
  const setFocus = useSetPageFocus()
  if (!findings) return null
  const { document, currency, valueAt, onChoose } = findings
  const choose = (path: string) => {
    onChoose(path)
    const value = valueAt(path)
    if (value?.evidence) setFocus({ path: value.path, evidence: value.evidence, how: 'go' })
  }
  if (breach) {
    return <FindingSentence breach={breach} currency={currency} valueAt={valueAt} onChoose={choose} />
  }
  const { result, resultSchema } = document
  return <span>{describeFinding({ finding, result, resultSchema, t, format, locale })}</span>
}

function Icon({ standing: { finding, confirmedBy } }: { standing: Standing }) {
  if (confirmedBy !== null) return <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
  return finding.severity === 'error' ? (
    <CircleX aria-hidden className="size-4 shrink-0 text-bad" />
  ) : (
    <TriangleAlert aria-hidden className="size-4 shrink-0 text-attention" />
  )
}
