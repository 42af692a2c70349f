'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleX } from 'lucide-react'
import type { ReactNode } from 'react'
import { connectionQuery } from '@/lib/settings/queries'
import type { ConnectionFacts as Facts } from '@/lib/settings/schema'
import { useI18n } from '../../shell/i18n'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/controls/button'
import { CopyButton } from '../../ui/controls/copy-button'
import { Notice } from '../../ui/notice'
import { Skeleton } from '../../ui/skeleton'

/** Where documents go and where things are kept; nothing here is a secret. */
export function ConnectionFacts() {
  const { t } = useI18n()
  const { data: facts, isError, refetch } = useQuery(connectionQuery)
  if (facts) return <FactList facts={facts} />
  if (!isError) return <Skeleton className="m-6 h-64" />
  return (
    <Notice
      tone="bad"
      urgent
      className="m-5"
      title={t('problem.title')}
      actions={
        <Button size="small" onClick={() => void refetch()}>
          {t('common.retry')}
        </Button>
      }
    />
  )
}

function FactList({ facts }: { facts: Facts }) {
  const { t } = useI18n()
  const { upstream, webhook } = facts
  return (
    <dl className="divide-y text-sm">
      <Fact name={t('settings.connection.upstream')}>
        <span className="flex flex-wrap items-center gap-2">
          <span>{t(`settings.connection.${upstream.kind}`)}</span>
          <ReachBadge upstream={upstream} />
        </span>
      </Fact>
      <Fact name={t('settings.connection.host')} isCode>
        {upstream.host}
      </Fact>
      <Fact name={t('settings.connection.key')}>
        <span className="flex flex-col gap-1.5">
          <span>
            {t(upstream.hasKey ? 'settings.connection.key_set' : 'settings.connection.key_missing')}
          </span>
          {upstream.refusals.map((refusal) => (
            <RefusalLine key={refusal.stepId ?? ''} refusal={refusal} />
          ))}
        </span>
      </Fact>
      <Fact name={t('settings.connection.webhook')} hint={t(`settings.connection.webhook_${upstream.kind}`)}>
        <span className="flex items-center gap-1">
          <span className="min-w-0 break-all font-mono text-[0.8rem]">{webhook.url}</span>
          <CopyButton
            text={webhook.url}
            label={t('settings.connection.webhook_copy')}
            copiedLabel={t('common.copied')}
          />
        </span>
      </Fact>
      <Fact name={t('settings.connection.secret')}>
        {t(webhook.hasSecret ? 'settings.connection.secret_set' : 'settings.connection.secret_missing')}
      </Fact>
      <Fact name={t('settings.connection.time_zone')}>{facts.timeZone}</Fact>
      <Fact name={t('settings.connection.database')}>
        {t(`settings.connection.database.${facts.database}`)}
      </Fact>
      <Fact name={t('settings.connection.files')}>{t(`settings.connection.files.${facts.files}`)}</Fact>
      <Fact name={t('settings.connection.folder')} isCode>
        {facts.dataFolder}
      </Fact>
    </dl>
  )
}

type Upstream = Facts['upstream']

/** A service that answers but refuses our key is as bad as one that does not answer. */
function ReachBadge({ upstream }: { upstream: Upstream }) {
  const { t } = useI18n()
  const isKeyRefused = upstream.refusals.some(({ stepId }) => stepId === null)
  const isGood = upstream.reachable && !isKeyRefused
  const reach = upstream.reachable ? 'reachable' : 'unreachable'
  return (
    <Badge tone={isGood ? 'good' : 'bad'}>
      {isGood ? <CircleCheck aria-hidden /> : <CircleX aria-hidden />}
      <span>{t(`settings.connection.${isKeyRefused && upstream.reachable ? 'refusing' : reach}`)}</span>
    </Badge>
  )
}

function RefusalLine({ refusal }: { refusal: Upstream['refusals'][number] }) {
  const { t, format } = useI18n()
  const { stepId, since, detail } = refusal
  const values = { since: format.dateTime(since), step: stepId ?? '' }
  return (
    <span className="text-bad">
      <span className="font-medium">
        {t(stepId === null ? 'settings.connection.refused' : 'settings.connection.step_refused', values)}
      </span>
      {detail ? <span className="block break-words">{t('card.detail', { detail })}</span> : null}
    </span>
  )
}

type FactProps = { name: string; hint?: string; isCode?: boolean; children: ReactNode }

function Fact({ name, hint, isCode = false, children }: FactProps) {
  return (
    <div className="grid gap-x-6 gap-y-0.5 px-5 py-3 sm:grid-cols-[11rem_minmax(0,1fr)] sm:px-6">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0">
        <span className={isCode ? 'break-all font-mono text-[0.8rem]' : ''}>{children}</span>
        {hint ? <span className="mt-0.5 block text-ink-faint">{hint}</span> : null}
      </dd>
    </div>
  )
}
