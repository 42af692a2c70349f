'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { deskSettingsQuery, saveDeskSettings } from '@/lib/settings/queries'
import type { DeskSettings } from '@/lib/settings/schema'
import { SaveProblem } from '../forms/save-problem'
import { useSaving } from '../forms/use-saving'
import { useI18n } from '../shell/i18n'
import { Switch } from '../ui/controls/switch'

/** The switch shows the choice at once and goes back, with the reason, where it could not be saved. */
export function SharingForm({ initial }: { initial: DeskSettings }) {
  const { t } = useI18n()
  const id = useId()
  const { data: settings } = useQuery({ ...deskSettingsQuery, initialData: initial })
  const { save, pending, problem } = useSaving({
    queryKey: deskSettingsQuery.queryKey,
    send: saveDeskSettings,
  })
  return (
    <div className="flex flex-col gap-4 p-5 sm:p-6">
      <div className="flex items-start justify-between gap-6">
        <div className="text-sm">
          <label htmlFor={id} className="font-medium">
            {t('settings.desk.see_all')}
          </label>
          <p id={`${id}-hint`} className="text-ink-soft">
            {t('settings.desk.see_all_hint')}
          </p>
        </div>
        <Switch
          id={id}
          aria-describedby={`${id}-hint`}
          checked={pending?.uploadersSeeAll ?? settings.uploadersSeeAll}
          onCheckedChange={(uploadersSeeAll) => save({ uploadersSeeAll })}
        />
      </div>
      <SaveProblem problem={problem} />
    </div>
  )
}
