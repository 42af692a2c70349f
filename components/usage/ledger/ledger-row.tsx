'use client'

import { Check, Minus } from 'lucide-react'
import Link from 'next/link'
import { useI18n } from '@/components/shell/i18n'
import { Badge } from '@/components/ui/badge'
import { Cell } from '@/components/ui/data-table'
import { documentPaths } from '@/lib/documents/queries'
import { isErrorCode } from '@/lib/errors'
import { errorMessage } from '@/lib/i18n/error-message'
import { stepLabel } from '@/lib/steps/step-label'
import type { LedgerLine } from '@/lib/usage/schema'

/** Columns for which a phone has no room. */
export const wideOnly = 'hidden md:table-cell'

/** One line: what an attempt cost and why. On a phone all but the pages stands under the document's name. */
export function LedgerRow({ line, canOpenDocuments }: { line: LedgerLine; canOpenDocuments: boolean }) {
  const { t, format } = useI18n()
  const when = format.dateTime(line.occurredAt)
  return (
    <tr>
      <Cell
        className={`${wideOnly} whitespace-nowrap text-ink-soft`}
        title={format.exactTime(line.occurredAt)}
      >
        {when}
      </Cell>
      <Cell className="w-full max-w-0 md:w-auto md:max-w-64">
        <span className="block truncate" title={line.document.name}>
          {canOpenDocuments ? (
            <Link
              href={documentPaths.page(line.document.id)}
              className="underline decoration-line-strong underline-offset-4 hover:decoration-accent"
            >
              {line.document.name}
            </Link>
          ) : (
            line.document.name
          )}
        </span>
        {line.attempt > 1 ? (
          <span className="text-ink-faint text-xs">{t('usage.lines.attempt', { number: line.attempt })}</span>
        ) : null}
        <span className="block text-ink-faint text-xs md:hidden">
          {[when, line.person.name, stepLabel({ t, name: line.step.name })].join(' · ')}
        </span>
        {line.counted ? null : <NotCounted className="mt-1 md:hidden" />}
      </Cell>
      <Cell className={`${wideOnly} max-w-40 truncate`}>{line.person.name}</Cell>
      <Cell className={`${wideOnly} max-w-40 truncate`}>{stepLabel({ t, name: line.step.name })}</Cell>
      <Cell className={line.counted ? 'text-right' : 'text-right text-ink-faint line-through'}>
        {format.number(line.pages)}
      </Cell>
      <Cell className={`${wideOnly} min-w-64`}>
        <Outcome line={line} />
      </Cell>
    </tr>
  )
}

function Outcome({ line }: { line: LedgerLine }) {
  const { t } = useI18n()
  if (line.counted) {
    const why = line.why === 'succeeded_after_cancel' ? line.why : 'succeeded'
    return (
      <span className="flex items-center gap-1.5">
        <Check aria-hidden className="size-4 shrink-0 text-good" />
        <span>{t(`usage.why.${why}`)}</span>
      </span>
    )
  }
  return (
    <>
      <NotCounted />
      {isErrorCode(line.why) ? (
        <span className="mt-1 block max-w-72 text-ink-faint text-xs">
          {errorMessage(t, { code: line.why })}
        </span>
      ) : null}
    </>
  )
}

function NotCounted({ className }: { className?: string }) {
  const { t } = useI18n()
  return (
    <Badge {...(className ? { className } : {})}>
      <Minus aria-hidden />
      <span>{t('usage.why.not_counted')}</span>
    </Badge>
  )
}
