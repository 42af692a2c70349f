'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { retryUpstream, upstreamStandingQuery } from '@/lib/docutray/queries'
import type { UpstreamStanding } from '@/lib/docutray/schema'
import { can, type Role } from '@/lib/people/roles'
import { failureText } from '../shell/failure-text'
import { useI18n } from '../shell/i18n'
import { useNow } from '../shell/use-now'
import { Button } from '../ui/controls/button'
import { Notice } from '../ui/notice'

/** What the upstream refuses, for as long as it does; a limit of calls stands on the cards alone, as it ends by itself. */
export function UpstreamNotice({ readerRole }: { readerRole: Role }) {
  const { data: standing } = useQuery(upstreamStandingQuery)
  const { refused, quota } = standing ?? {}
  const isAdmin = can(readerRole, 'settings')
  const hearsOfKey = isAdmin || can(readerRole, 'documents')
  return (
    <>
      {refused && hearsOfKey ? <RefusedNotice refused={refused} isAdmin={isAdmin} /> : null}
      {quota && refused?.what !== 'all' ? <QuotaSpentNotice quota={quota} isAdmin={isAdmin} /> : null}
    </>
  )
}

type Refused = NonNullable<UpstreamStanding['refused']>

function RefusedNotice({ refused, isAdmin }: { refused: Refused; isAdmin: boolean }) {
  const { t, format } = useI18n()
  const { what, since } = refused
  const reader = isAdmin ? 'admin' : 'other'
  return (
    <Notice
      tone="bad"
      icon={<KeyRound aria-hidden />}
      className="mb-5"
      title={t(`upstream.refused.${what}.${reader}.title`, { since: format.dateTime(since) })}
      {...(isAdmin
        ? {
            actions: (
              <>
                <TryNow />
                <Link
                  href="/settings#connection"
                  className="font-medium text-accent underline underline-offset-2"
                >
                  {t('upstream.open_connection')}
                </Link>
              </>
            ),
          }
        : {})}
    >
      {t(`upstream.refused.${what}.${reader}.text`)}
    </Notice>
  )
}

type Spent = NonNullable<UpstreamStanding['quota']>

function QuotaSpentNotice({ quota, isAdmin }: { quota: Spent; isAdmin: boolean }) {
  const { t, format } = useI18n()
  const { since, resetsAt } = quota
  return (
    <Notice
      tone="bad"
      icon={<TriangleAlert aria-hidden />}
      className="mb-5"
      title={t('upstream.quota.title', { since: format.dateTime(since) })}
      {...(isAdmin ? { actions: <TryNow /> } : {})}
    >
      <span>
        {resetsAt
          ? t('upstream.quota.until', { when: format.dateTime(resetsAt), zone: format.zone })
          : t('upstream.quota.open')}
      </span>{' '}
      <span>{t('upstream.quota.asks')}</span> <NextTry at={quota.nextTryAt} />
    </Notice>
  )
}

function NextTry({ at }: { at: string }) {
  const { t, format } = useI18n()
  const now = useNow()
  if (Date.parse(at) <= now.getTime()) return null
  return <span className="figures">{t('upstream.next_try', { in: format.ago(at, now) })}</span>
}

function TryNow() {
  const { t } = useI18n()
  const client = useQueryClient()
  const retry = useMutation({
    mutationFn: retryUpstream,
    onSuccess: (standing) => client.setQueryData(upstreamStandingQuery.queryKey, standing),
  })
  return (
    <>
      {retry.error ? <span className="text-bad">{failureText({ t, error: retry.error })}</span> : null}
      <Button size="small" disabled={retry.isPending} onClick={() => retry.mutate()}>
        {t('upstream.try_now')}
      </Button>
    </>
  )
}
