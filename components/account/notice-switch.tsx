'use client'

import { useId } from 'react'
import { SwitchRow } from '../forms/switch-row'
import { changeNoticeWish, useNoticeWish } from '../notifications/notification-preference'
import { useWords } from '../shell/words'

/** Notices of the system in this browser; the browser asks for its permission on the click. */
export function NoticeSwitch() {
  const { t } = useWords()
  const wish = useNoticeWish()
  const id = useId()
  const isImpossible = wish === 'blocked' || wish === 'unsupported'
  return (
    <SwitchRow
      id={id}
      label={t('notices.switch')}
      hint={t(isImpossible ? `notices.switch_${wish}` : 'notices.switch_hint')}
      checked={wish === 'on'}
      disabled={isImpossible}
      onChange={(on) => void changeNoticeWish(on)}
    />
  )
}
