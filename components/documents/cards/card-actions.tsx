import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { documentStates } from '@/lib/documents/model/status'
import { useDocumentActions } from '../actions/use-document-actions'

type CardActionsProps = {
  document: DocumentSummary
  /** Called after an action, whose button is gone by then: the focus has to go somewhere. */
  onDone: () => void
}

/** Retry and cancel, where the state allows them; what may cost pages for nothing asks first. A refusal stays beside the buttons. */
export function CardActions({ document, onDone }: CardActionsProps) {
  const { t } = useI18n()
  const actions = useDocumentActions()
  const [isBusy, setBusy] = useState(false)
  const [asking, setAsking] = useState<'retry' | 'cancel' | null>(null)
  const [refusal, setRefusal] = useState('')
  const { id, name, state } = document
  const run = async (action: 'retry' | 'cancel') => {
    setBusy(true)
    setRefusal('')
    try {
      await actions[action](id)
      onDone()
    } catch (thrown) {
      setRefusal(failureText({ t, error: thrown }))
    }
    setBusy(false)
  }
  const close = (open: boolean) => !open && setAsking(null)
  // Sending an uncertain document again may cost its pages twice.
  const retry = () => (state === 'uncertain' ? setAsking('retry') : void run('retry'))
  // What was sent may be read, and counted, all the same.
  const cancel = () => (state === 'waiting' ? void run('cancel') : setAsking('cancel'))
  return (
    <div className="relative z-10 ml-auto flex flex-wrap items-center justify-end gap-1">
      {refusal ? (
        <p role="alert" className="text-right text-bad text-xs">
          {refusal}
        </p>
      ) : null}
      {documentStates[state].canCancel ? (
        <Button
          size="small"
          variant="quiet"
          disabled={isBusy}
          aria-label={t('card.cancel', { name })}
          onClick={cancel}
        >
          {t('card.cancel.short')}
        </Button>
      ) : null}
      {documentStates[state].canRetry ? (
        <Button size="small" disabled={isBusy} aria-label={t('card.retry', { name })} onClick={retry}>
          <RotateCcw aria-hidden />
          <span>{t('card.retry.short')}</span>
        </Button>
      ) : null}
      <ConfirmDialog
        open={asking === 'cancel'}
        onOpenChange={close}
        title={t('review.confirm.cancel', { name })}
        description={t('review.confirm.cancel_sent', { pages: document.pages })}
        confirmLabel={t('review.confirm.cancel_yes')}
        cancelLabel={t('review.confirm.cancel_no')}
        onConfirm={() => void run('cancel')}
      />
      <ConfirmDialog
        open={asking === 'retry'}
        onOpenChange={close}
        title={t('card.uncertain.title')}
        description={t('card.uncertain.text', { pages: document.pages })}
        confirmLabel={t('card.uncertain.yes')}
        cancelLabel={t('common.cancel')}
        tone="primary"
        onConfirm={() => void run('retry')}
      />
    </div>
  )
}
