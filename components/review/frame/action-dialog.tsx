'use client'

import type { DocumentAction } from '@/components/documents/actions/use-document-actions'
import { useI18n } from '@/components/shell/i18n'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import type { DocumentSummary } from '@/lib/documents/model/schema'

type ActionDialogProps = {
  document: DocumentSummary
  action: DocumentAction
  onConfirm: () => void
  onClose: () => void
}

/** Says what an action costs before it is done. */
export function ActionDialog({ document, action, onConfirm, onClose }: ActionDialogProps) {
  const { t } = useI18n()
  const { name, pages, state } = document
  const words = {
    retry: {
      title: t('review.confirm.retry'),
      description: t(state === 'uncertain' ? 'review.confirm.retry_uncertain' : 'review.confirm.retry_text', {
        pages,
      }),
      confirmLabel: t('review.confirm.retry_yes'),
      cancelLabel: t('common.cancel'),
    },
    cancel: {
      title: t('review.confirm.cancel', { name }),
      description: t(state === 'waiting' ? 'review.confirm.cancel_waiting' : 'review.confirm.cancel_sent', {
        pages,
      }),
      confirmLabel: t('review.confirm.cancel_yes'),
      cancelLabel: t('review.confirm.cancel_no'),
    },
    remove: {
      title: t('review.confirm.delete', { name }),
      description: t('review.confirm.delete_text'),
      confirmLabel: t('review.confirm.delete_yes'),
      cancelLabel: t('common.cancel'),
    },
  }[action]
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      tone={action === 'retry' ? 'primary' : 'danger'}
      onConfirm={onConfirm}
      {...words}
    />
  )
}
