import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import type { DocumentSummary } from '@/lib/documents/model/schema'

/** The four stages of the way: how long each stretch took above it, the clock at both ends. */
export function StageLine({ document }: { document: DocumentSummary }) {
  const { t, format } = useI18n()
  const stages = stagesOf(document)
  const isCut = document.state === 'failed' || document.state === 'cancelled'
  const nameOf = ({ name }: Stage) =>
    name === 'finished' && isCut ? t(`state.${document.state}`) : t(`card.stage.${name}`)
  return (
    <ol className="grid grid-cols-[1fr_1fr_1fr_auto]">
      {stages.map((stage, at) => {
        const tookMs = stages[at + 1]?.tookMs ?? null
        const isLast = at === stages.length - 1
        return (
          <li key={stage.name} className={classNames('min-w-0 text-xs', isLast && 'text-right')}>
            <span className="figures block h-4.5 truncate pl-3.5 text-ink-soft">
              {tookMs === null ? null : format.duration(tookMs)}
            </span>
            <span aria-hidden className="mb-1 flex items-center">
              {isLast ? <Connector isPassed={stage.at !== null} /> : null}
              <span
                className={classNames(
                  'size-2 shrink-0 rounded-full border-[1.5px]',
                  stage.at || document.state === 'done' ? 'border-accent bg-accent' : 'border-line-strong',
                  isLast && document.state === 'failed' && 'border-bad bg-bad',
                  isLast && document.state === 'cancelled' && 'border-control bg-control',
                )}
              />
              {isLast ? null : <Connector isPassed={stages.slice(at + 1).some((later) => later.at)} />}
            </span>
            <span
              className={classNames('block truncate', stage.at ? 'text-ink-soft' : 'text-ink-faint')}
              {...(stage.at ? { title: format.exactTime(stage.at) } : {})}
            >
              {nameOf(stage)}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function Connector({ isPassed }: { isPassed: boolean }) {
  return <span className={classNames('h-[1.5px] flex-1', isPassed ? 'bg-accent' : 'bg-line')} />
}

export type StageName = 'received' | 'sent' | 'processing' | 'finished'
export type Stage = {
  name: StageName
  at: string | null
  /** Since the stage reached before it; null for the first and for those not reached or not seen. */
  tookMs: number | null
}

type Timed = Pick<DocumentSummary, 'receivedAt' | 'sentAt' | 'processingAt' | 'finishedAt'>

/** The way of a document in four stages. A fast one may be finished before anyone saw it being processed. */
export function stagesOf(document: Timed): Stage[] {
  const reached: { name: StageName; at: string | null }[] = [
    { name: 'received', at: document.receivedAt },
    { name: 'sent', at: document.sentAt },
    { name: 'processing', at: document.processingAt },
    { name: 'finished', at: document.finishedAt },
  ]
  let before: string | null = null
  return reached.map(({ name, at }) => {
    const tookMs = at && before ? Math.max(0, Date.parse(at) - Date.parse(before)) : null
    before = at ?? before
    return { name, at, tookMs }
  })
}
