import { useWords } from '@/components/shell/words'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import type { OpenQuestion } from '../queue/use-upload-queue'

/** Asks before a batch that has more pages than the month has left. */
export function PageQuestionDialog({ question }: { question: OpenQuestion | null }) {
  const { t } = useWords()
  if (!question) return null
  const { files, pages, pagesLeft: left, answer } = question
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && answer(false)}
      title={t('upload.question.title')}
      description={t('upload.question.text', { files, pages, left })}
      confirmLabel={t('upload.question.yes')}
      cancelLabel={t('upload.question.no')}
      tone="primary"
      onConfirm={() => answer(true)}
    />
  )
}
