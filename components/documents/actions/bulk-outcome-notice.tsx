import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { IconButton } from '@/components/ui/controls/icon-button'
import { Notice } from '@/components/ui/notice'
import { type BulkOutcome, countRefused } from './bulk-outcome'

const namesShown = 3

type BulkOutcomeNoticeProps = {
  outcome: BulkOutcome
  /** Null where it cannot be taken back (any more). */
  onUndo?: (() => void) | null
  onClose: () => void
}

/** What was done and what could not be, with the reasons; stays until it is read. */
export function BulkOutcomeNotice({ outcome, onUndo = null, onClose }: BulkOutcomeNoticeProps) {
  const { t } = useI18n()
  const box = useRef<HTMLDivElement>(null)
  const { action, changed, refusals, problem } = outcome
  const refused = countRefused(outcome)
  const isClean = refused === 0 && problem === null
  // The button that asked may be gone, and the keyboard's place with it.
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} className="mb-3 rounded-xl outline-offset-2">
      <Notice
        tone={isClean ? 'good' : 'bad'}
        urgent={!isClean}
        title={[
          changed > 0 || isClean ? t(`table.bulk.result.${action}`, { count: changed }) : null,
          refused > 0 ? t('table.bulk.refused', { action, count: refused }) : null,
        ]
          .filter(Boolean)
          .join(' ')}
        actions={
          <>
            {onUndo ? (
              <Button size="small" onClick={onUndo}>
                {t('table.bulk.undo')}
              </Button>
            ) : null}
            <IconButton label={t('common.close')} onClick={onClose}>
              <X aria-hidden />
            </IconButton>
          </>
        }
      >
        {refusals.map(({ reason, names }) => (
          <p key={reason}>
            {`${reason || t('problem.offline')} ${t('table.bulk.names', nameValues(names))}`}
          </p>
        ))}
        {problem === null ? null : (
          <p>{t('table.bulk.stopped', { reason: problem || t('problem.offline') })}</p>
        )}
      </Notice>
    </div>
  )
}

function nameValues(names: string[]) {
  const shown = names.filter(Boolean).slice(0, namesShown)
  return { names: shown.join(', '), others: names.length - shown.length }
}
