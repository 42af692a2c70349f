import type { DocumentSummary } from '@/lib/documents/schema'
import { useWords } from '../shell/words'
import { classNames } from '../ui/class-names'
import { type Stage, stagesOf } from './stage-times'

/** The four stages of the way with their times: the clock at the first, then how long each took. */
export function StageLine({ document }: { document: DocumentSummary }) {
  const { t, format } = useWords()
  const stages = stagesOf(document)
  const isBad = document.state === 'failed' || document.state === 'cancelled'
  const nameOf = (stage: Stage) =>
    stage.name === 'finished' && isBad ? t(`state.${document.state}`) : t(`card.stage.${stage.name}`)
  return (
    <ol className="grid grid-cols-4">
      {stages.map((stage, at) => (
        <li key={stage.name} className="min-w-0">
          <span aria-hidden className="mb-1.5 flex items-center">
            <span
              className={classNames(
                'size-2 shrink-0 rounded-full border-[1.5px]',
                stage.at ? 'border-accent bg-accent' : 'border-line-strong',
                stage.name === 'finished' && stage.at && isBad && 'border-bad bg-bad',
              )}
            />
            {at < stages.length - 1 ? (
              <span
                className={classNames('h-[1.5px] flex-1', isPassed({ stages, at }) ? 'bg-accent' : 'bg-line')}
              />
            ) : null}
          </span>
          <span
            className={classNames(
              'block truncate pr-1 text-xs',
              stage.at ? 'text-ink-soft' : 'text-ink-faint',
            )}
          >
            {nameOf(stage)}
          </span>
          <span
            className="figures block truncate pr-1 text-ink-faint text-xs"
            {...(stage.at ? { title: format.exactTime(stage.at) } : {})}
          >
            {stageTime({ stage, format })}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The way to the next stage is behind when any later stage was reached. */
function isPassed({ stages, at }: { stages: Stage[]; at: number }): boolean {
  return stages.slice(at + 1).some((stage) => stage.at)
}

function stageTime({
  stage,
  format,
}: {
  stage: Stage
  format: ReturnType<typeof useWords>['format']
}): string {
  if (!stage.at) return '–'
  return stage.tookMs === null ? format.time(stage.at) : `+${format.duration(stage.tookMs)}`
}
