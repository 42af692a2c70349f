import { Check, CircleAlert, Copy, type LucideIcon } from 'lucide-react'
import Link from 'next/link'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Cell } from '@/components/ui/data-table'
import type { BatchFile, BatchOutcome } from '@/lib/documents/batches/schema'
import { documentPaths } from '@/lib/documents/queries'

/** Columns for which a phone has no room. */
export const wideOnly = 'hidden md:table-cell'

const looks: Record<BatchOutcome, { icon: LucideIcon; tone: string }> = {
  received: { icon: Check, tone: 'text-good' },
  refused: { icon: CircleAlert, tone: 'text-bad' },
  duplicate: { icon: Copy, tone: 'text-attention' },
}

/** One file of a batch: as it was called, how it ended and why. */
export function BatchFileRow({ file }: { file: BatchFile }) {
  const { format } = useI18n()
  const { place, bytes, pages, sha256, at } = file
  return (
    <tr className="figures">
      <Cell className={`${wideOnly} text-right text-ink-faint`}>{format.number(place)}</Cell>
      <Cell className="max-w-48 md:max-w-80">
        <FileName file={file} />
        <span className="block text-ink-faint text-xs md:hidden">
          {[format.bytes(bytes), format.dateTime(at)].join(' · ')}
        </span>
      </Cell>
      <Cell className="min-w-40">
        <Outcome file={file} />
      </Cell>
      <Cell className={`${wideOnly} whitespace-nowrap text-right`}>{format.bytes(bytes)}</Cell>
      <Cell className={`${wideOnly} text-right`}>{pages === null ? '–' : format.number(pages)}</Cell>
      <Cell className={`${wideOnly} whitespace-nowrap text-ink-soft`} title={format.exactTime(at)}>
        {format.dateTime(at)}
      </Cell>
      <Cell className={`${wideOnly} font-mono text-ink-faint text-xs`} title={sha256 ?? undefined}>
        {sha256 === null ? '–' : `${sha256.slice(0, 12)}…`}
      </Cell>
    </tr>
  )
}

function FileName({ file: { name, documentId, duplicateOf, canOpen } }: { file: BatchFile }) {
  const { t } = useI18n()
  const id = documentId ?? duplicateOf
  if (!id) return <span className="block break-words">{name}</span>
  if (!canOpen)
    return (
      <span className="block break-words text-ink-soft" title={t('batch.gone')}>
        {name}
      </span>
    )
  return (
    <Link
      href={documentPaths.page(id)}
      className="block break-words underline decoration-line-strong underline-offset-4 hover:decoration-accent"
    >
      {name}
    </Link>
  )
}

function Outcome({ file: { outcome, message, code } }: { file: BatchFile }) {
  const { t } = useI18n()
  const { icon: Icon, tone } = looks[outcome]
  const reason = outcome === 'refused' ? (message ?? code) : null
  return (
    <>
      <span className={classNames('inline-flex items-center gap-1.5', tone)}>
        <Icon aria-hidden className="size-4 shrink-0" />
        <span>{t(`batch.outcome.${outcome}`)}</span>
      </span>
      {reason ? <span className="block text-ink-soft text-xs">{reason}</span> : null}
    </>
  )
}
