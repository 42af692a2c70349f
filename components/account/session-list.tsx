'use client'

import { useQuery } from '@tanstack/react-query'
import { endOwnSession, ownSessionsQuery } from '@/lib/people/queries'
import type { OwnSession, OwnSessions } from '@/lib/people/sessions/schema'
import { SaveProblem } from '../forms/save-problem'
import { useSaving } from '../forms/use-saving'
import { useI18n } from '../shell/i18n'
import { Badge } from '../ui/badge'
import { Button } from '../ui/controls/button'
import { deviceName } from './device-name'

/** The browsers somebody is signed in with; each but this one can be signed out from here. */
export function SessionList({ initial }: { initial: OwnSessions }) {
  const { data } = useQuery({ ...ownSessionsQuery, initialData: initial })
  return (
    <ul className="divide-y">
      {data.sessions.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
    </ul>
  )
}

function SessionRow({ session }: { session: OwnSession }) {
  const { t, format } = useI18n()
  const { save, isSaving, problem } = useSaving({
    queryKey: ownSessionsQuery.queryKey,
    send: endOwnSession,
  })
  const { startedAt, lastSeenAt, current } = session
  const named = deviceName(session.device)
  const device = named ? t('sessions.device', named) : t('sessions.device_unknown')
  const since = format.dateTime(startedAt)
  return (
    <li className="flex flex-col gap-2 px-5 py-3 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-48 flex-1">
          <p className="flex items-center gap-2 font-medium text-sm">
            <span>{device}</span>
            {current ? <Badge tone="accent">{t('sessions.current')}</Badge> : null}
          </p>
          <p className="text-ink-soft text-sm">
            {t('sessions.times', { since, seen: format.dateTime(lastSeenAt) })}
          </p>
        </div>
        {current ? null : (
          <Button
            variant="quiet"
            aria-label={t('sessions.end_of', { device, since })}
            disabled={isSaving}
            onClick={() => save(session.id)}
          >
            {t('account.sign_out')}
          </Button>
        )}
      </div>
      <SaveProblem problem={problem} />
    </li>
  )
}
