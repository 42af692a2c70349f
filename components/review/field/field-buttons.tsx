import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { Kbd } from '@/components/ui/kbd'
import { confirmLabel } from '../findings/confirm-label'
import { OtherStepMenu } from '../progress/other-step-menu'
import type { FieldOfReview } from './use-current-field'

type FieldButtonsProps = FieldOfReview & { isSigned: boolean; save: () => void; sayAbsent: () => void }

/** What can be said of the current field, each with its key. */
export function FieldButtons({ review, stop, document, isSigned, save, sayAbsent }: FieldButtonsProps) {
  const { t } = useI18n()
  const code = stop?.kind === 'finding' ? stop.finding.code : null
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button variant="primary" data-primary onClick={save} className="max-sm:w-full">
        <span>{t(isSigned ? confirmLabel(code) : 'review.queue.right')}</span>
        <Keys keys={['Enter']} />
      </Button>
      {stop?.kind === 'field' ? (
        <Button onClick={sayAbsent}>
          <span>{t('review.queue.absent')}</span>
          <Keys keys={['Alt', 'Enter']} />
        </Button>
      ) : null}
      <Button variant="quiet" disabled={review.at === 0} onClick={review.back}>
        <span>{t('review.queue.back')}</span>
        <Keys keys={['Shift', 'Enter']} />
      </Button>
      {document.nothingFound ? <OtherStepMenu document={document} onSent={review.onSent} /> : null}
    </div>
  )
}

function Keys({ keys }: { keys: string[] }) {
  return (
    <span aria-hidden className="hidden items-center gap-1 lg:inline-flex">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  )
}
