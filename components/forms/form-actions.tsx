'use client'

import { useI18n } from '../shell/i18n'
import { Button } from '../ui/controls/button'
import { SaveProblem } from './save-problem'

type FormActionsProps = { problem: string | undefined; isSaving: boolean; onCancel: () => void }

/** The end of a form in a dialog: why it was not saved, and the two ways out. */
export function FormActions({ problem, isSaving, onCancel }: FormActionsProps) {
  const { t } = useI18n()
  return (
    <>
      <SaveProblem problem={problem} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="primary" disabled={isSaving}>
          {t('common.save')}
        </Button>
      </div>
    </>
  )
}
