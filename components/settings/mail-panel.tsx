'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { ReplyError } from '@/lib/http/fetch-json'
import { mailFactsQuery, sendTestMail } from '@/lib/settings/queries'
import { useWords } from '../shell/words'
import { Button } from '../ui/controls/button'
import { Notice } from '../ui/notice'
import { Skeleton } from '../ui/skeleton'
import { MailProblems } from './mail-problems'

/** How mail stands: where it goes out, what could not be sent and why, and a mail to try it with. */
export function MailPanel() {
  const { t, format } = useWords()
  const client = useQueryClient()
  const { data: facts } = useQuery(mailFactsQuery)
  const test = useMutation({
    mutationFn: sendTestMail,
    onSettled: () => client.invalidateQueries({ queryKey: mailFactsQuery.queryKey }),
  })
  if (!facts) return <Skeleton className="m-6 h-24" />
  if (!facts.server) return <p className="p-5 text-ink-soft text-sm sm:p-6">{t('settings.mail.none')}</p>
  return (
    <div className="flex flex-col gap-4 p-5 text-sm sm:p-6">
      <p>
        {t('settings.mail.from', { from: facts.from, server: facts.server })}{' '}
        <span className="text-ink-soft">
          {facts.lastSentAt
            ? t('settings.mail.last_sent', { when: format.exactTime(facts.lastSentAt) })
            : t('settings.mail.never_sent')}{' '}
          {t('settings.mail.waiting', { count: facts.waiting })}
        </span>
      </p>
      {facts.problems.length > 0 ? <MailProblems problems={facts.problems} /> : null}
      <div>
        <Button size="small" disabled={test.isPending} onClick={() => test.mutate()}>
          <Send aria-hidden />
          {t(test.isPending ? 'settings.mail.testing' : 'settings.mail.test')}
        </Button>
      </div>
      {test.data ? (
        <Notice tone="good" title={t('settings.mail.test_sent', { email: test.data.recipient })}>
          {t('settings.mail.test_answer', { answer: test.data.answer })}
        </Notice>
      ) : null}
      {test.error ? (
        <Notice tone="bad" urgent>
          {(test.error instanceof ReplyError && test.error.message) || t('problem.offline')}
        </Notice>
      ) : null}
    </div>
  )
}
