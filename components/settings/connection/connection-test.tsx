'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, CircleHelp, CircleX, PlugZap } from 'lucide-react'
import type { ReactNode } from 'react'
import { isFaultKind } from '@/lib/docutray/fault-kinds'
import { isErrorCode } from '@/lib/errors'
import { errorMessage } from '@/lib/i18n/error-message'
import { connectionQuery, testConnection } from '@/lib/settings/queries'
import type { ConnectionTest as Found, TestOutcome } from '@/lib/settings/schema'
import { failureText } from '../../shell/failure-text'
import { useI18n } from '../../shell/i18n'
import { Badge, type Tone } from '../../ui/badge'
import { Button } from '../../ui/controls/button'
import { Notice } from '../../ui/notice'
import { FaultTable } from './fault-table'

/** Tries the connection part by part, at no cost, and says what was found. */
export function ConnectionTest() {
  const { t, format } = useI18n()
  const client = useQueryClient()
  const test = useMutation({
    mutationFn: testConnection,
    onSuccess: () => client.invalidateQueries({ queryKey: connectionQuery.queryKey }),
  })
  const { data: found } = test
  return (
    <div className="flex flex-col gap-4 border-t p-5 text-sm sm:p-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button size="small" disabled={test.isPending} onClick={() => test.mutate()}>
          <PlugZap aria-hidden />
          <span>{t(test.isPending ? 'settings.test.testing' : 'settings.test.now')}</span>
        </Button>
        <p role="status" className="figures text-ink-soft">
          {found ? t('settings.test.at', { when: format.dateTime(found.at) }) : t('settings.test.hint')}
        </p>
      </div>
      {test.error ? (
        <Notice tone="bad" urgent>
          {failureText({ t, error: test.error })}
        </Notice>
      ) : null}
      {found ? <FoundTable found={found} /> : null}
      {found ? <FaultTable faults={found.faults} /> : null}
    </div>
  )
}

/** Shorter than that is told as that. */
const leastToldMs = 100

function FoundTable({ found }: { found: Found }) {
  const { t, format } = useI18n()
  const { address, key, steps, webhook, clock } = found
  return (
    <table className="w-full text-left">
      <caption className="sr-only">{t('settings.test.caption')}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('settings.test.column.part')}</th>
          <th scope="col">{t('settings.test.column.outcome')}</th>
          <th scope="col">{t('settings.test.column.found')}</th>
        </tr>
      </thead>
      <tbody className="divide-y">
        <Row name={t('settings.connection.host')} outcome={address.outcome}>
          {address.tookMs === null ? (
            <Problem problem={address.problem} />
          ) : (
            t('settings.test.answered', {
              host: address.host,
              duration: format.duration(Math.max(leastToldMs, address.tookMs)),
            })
          )}
        </Row>
        <Row name={t('settings.connection.key')} outcome={key.outcome}>
          {key.outcome === 'good' ? t('settings.test.key_accepted') : <Problem problem={key.problem} />}
        </Row>
        {steps.map((step) => (
          <Row key={step.id} name={t('settings.test.step', { name: step.name })} outcome={step.outcome}>
            <StepFound step={step} isAsked={found.stepsAsked} />
          </Row>
        ))}
        <Row name={t('settings.test.webhook')} outcome={webhook.outcome}>
          {webhook.lastHeardAt
            ? t('settings.test.heard', { when: format.dateTime(webhook.lastHeardAt) })
            : t(webhook.hasSecret ? 'settings.test.not_heard' : 'settings.connection.secret_missing')}
        </Row>
        <Row name={t('settings.test.clock')} outcome={clock.outcome}>
          <ClockFound aheadMs={clock.aheadMs} />
        </Row>
      </tbody>
    </table>
  )
}

const looks: Record<TestOutcome, { tone: Tone; icon: typeof CircleCheck }> = {
  good: { tone: 'good', icon: CircleCheck },
  bad: { tone: 'bad', icon: CircleX },
  unknown: { tone: 'neutral', icon: CircleHelp },
}

type RowProps = { name: string; outcome: TestOutcome; children: ReactNode }

function Row({ name, outcome, children }: RowProps) {
  const { t } = useI18n()
  const look = looks[outcome]
  return (
    <tr className="align-top max-sm:flex max-sm:flex-wrap max-sm:gap-x-3 max-sm:py-2">
      <th scope="row" className="py-2 pr-4 font-normal text-ink-soft max-sm:py-0 sm:w-44">
        {name}
      </th>
      <td className="py-1.5 pr-4 max-sm:py-0 sm:w-32">
        <Badge tone={look.tone}>
          <look.icon aria-hidden />
          <span>{t(`settings.test.outcome.${outcome}`)}</span>
        </Badge>
      </td>
      <td className="figures break-words py-2 max-sm:w-full max-sm:py-1">{children}</td>
    </tr>
  )
}

function StepFound({ step, isAsked }: { step: Found['steps'][number]; isAsked: boolean }) {
  const { t, format } = useI18n()
  const { outcome, problem, acceptedAt } = step
  return (
    <>
      {outcome === 'good' ? <span>{t('settings.test.step_known')}</span> : null}
      {outcome === 'bad' && problem ? (
        <span>{isFaultKind(problem.code) ? t(`settings.fault.${problem.code}`) : problem.code}</span>
      ) : null}
      {outcome === 'unknown' ? (
        <span>{t(isAsked ? 'settings.test.step_unclear' : 'settings.test.not_asked')}</span>
      ) : null}{' '}
      <span className="block text-ink-soft">
        {acceptedAt
          ? t('settings.test.step_accepted', { when: format.dateTime(acceptedAt) })
          : t('settings.test.step_never')}
      </span>
    </>
  )
}

/** Smaller differences cannot be told by a clock that shows seconds. */
const toldFromMs = 2000

function ClockFound({ aheadMs }: { aheadMs: number | null }) {
  const { t, format } = useI18n()
  if (aheadMs === null) return t('settings.test.clock_unknown')
  if (Math.abs(aheadMs) < toldFromMs) return t('settings.test.clock_same')
  const difference = format.duration(Math.abs(aheadMs))
  return t(aheadMs > 0 ? 'settings.test.clock_ahead' : 'settings.test.clock_behind', { difference })
}

function Problem({ problem }: { problem: Found['key']['problem'] }) {
  const { t } = useI18n()
  if (!problem) return t('settings.test.not_asked')
  const { code, detail } = problem
  return (
    <>
      <span>{isErrorCode(code) ? errorMessage(t, { code }) : code}</span>
      {detail ? <span className="block text-ink-faint">{detail}</span> : null}
    </>
  )
}
