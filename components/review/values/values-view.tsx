'use client'

import { FileSearch } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Switch } from '@/components/ui/controls/switch'
import { EmptyState } from '@/components/ui/empty-state'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { FindingsProvider } from '../findings/findings-provider'
import { standingFindings, withoutStanding } from '../findings/standing'
import { OtherStepMenu } from '../progress/other-step-menu'
import { describeFindings } from '../result/findings'
import type { ResultNode, ResultValue } from '../result/result-tree'
import { focusValue } from './use-value-keys'
import { ValidationNotice } from './validation-notice'
import { ValueNodes } from './value-nodes'

type ValuesViewProps = { document: DocumentDetail; nodes: ResultNode[]; values: ResultValue[] }

/** What was read, for people: first what is said of the whole, then each value with what was found about it. */
export function ValuesView({ document, nodes, values }: ValuesViewProps) {
  const { t, format, locale } = useI18n()
  const { result, resultSchema } = document
  const standing = useMemo(
    () => new Set(standingFindings({ document, values }).map(({ finding }) => finding.id)),
    [document, values],
  )
  const validation = withoutStanding({ document, standing })
  const [keysShown, setKeysShown] = useState(false)
  const found = values.filter(({ value }) => value !== null)
  const counts = [
    t('review.values.count', { found: found.length }),
    found.length < values.length ? t('review.values.missing', { missing: values.length - found.length }) : '',
    document.toReview > 0 ? t('to_review.count', { number: format.number(document.toReview) }) : '',
  ]
  return (
    <FindingsProvider document={document} values={values} onChoose={focusValue}>
      {validation ? (
        <ValidationNotice
          validation={describeFindings({ validation, result, resultSchema, t, format, locale })}
        />
      ) : null}
      {found.length === 0 ? (
        <EmptyState
          icon={<FileSearch aria-hidden />}
          title={t('review.values.empty')}
          actions={<OtherStepMenu document={document} />}
        >
          {t('review.values.empty_hint')}
        </EmptyState>
      ) : null}
      {values.length > 0 ? (
        <div className="flex items-center justify-between gap-3 px-4 pt-3 pb-1 text-ink-faint text-xs sm:px-5">
          <span className="figures">{counts.filter(Boolean).join(' · ')}</span>
          <label className="flex items-center gap-2 whitespace-nowrap print:hidden">
            <span>{t('review.values.keys')}</span>
            <Switch checked={keysShown} onCheckedChange={setKeysShown} />
          </label>
        </div>
      ) : null}
      <div className="pb-6">
        <ValueNodes nodes={nodes} keysShown={keysShown} />
      </div>
    </FindingsProvider>
  )
}
