'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import type { MailProblem } from '@/lib/mail/schema'
import { mailFactsQuery, sendTestMail } from '@/lib/settings/queries'
import { failureText } from '../shell/failure-text'
import { useI18n } from '../shell/i18n'
import { Button } from '../ui/controls/button'
import { Notice } from '../ui/notice'
import { Skeleton } from '../ui/skeleton'

/** How mail stands: where it goes out, what could not be sent and why, and a mail to try it with. */
export function MailPanel() {
  const { t, format } = useI18n()
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
        <span>{t('settings.mail.from', { from: facts.from, server: facts.server })}</span>{' '}
        <span className="text-ink-soft">
          <span>
            {facts.lastSentAt
              ? t('settings.mail.last_sent', { when: format.exactTime(facts.lastSentAt) })
              : t('settings.mail.never_sent')}
          </span>{' '}
          <span>{t('settings.mail.waiting', { count: facts.waiting })}</span>
        </span>
      </p>
      {facts.problems.length > 0 ? <MailProblems problems={facts.problems} /> : null}
      <div>
        <Button size="small" disabled={test.isPending} onClick={() => test.mutate()}>
          <Send aria-hidden />
          <span>{t(test.isPending ? 'settings.mail.testing' : 'settings.mail.test')}</span>
        </Button>
      </div>
      {test.data ? (
        <Notice tone="good" title={t('settings.mail.test_sent', { email: test.data.recipient })}>
          {t('settings.mail.test_answer', { answer: test.data.answer })}
        </Notice>
      ) : null}
      {test.error ? (
        <Notice tone="bad" urgent>
          {failureText({ t, error: test.error })}
        </Notice>
      ) : null}
    </div>
  )
}

/** Mails that could not be sent, with the mail server's words and what happens next. */
function MailProblems({ problems }: { problems: MailProblem[] }) {
  const { t, format } = useI18n()
  return (
    <section>
      <h3 className="mb-1 text-attention text-sm">{t('settings.mail.problems')}</h3>
      <ul className="divide-y rounded-xl border">
        {problems.map((mail) => (
          <li key={mail.id} className="px-3.5 py-2.5">
            <p className="flex flex-wrap gap-x-3">
              <span className="font-medium">{t(`settings.mail.kind.${mail.kind}`)}</span>
              <span className="break-all text-ink-soft">{mail.recipient}</span>
              <span className="figures text-ink-faint sm:ml-auto">
                {mail.nextTryAt
                  ? t('settings.mail.next_try', { tries: mail.tries, when: format.time(mail.nextTryAt) })
                  : t('settings.mail.given_up', { tries: mail.tries })}
              </span>
            </p>
            <p className="break-words text-ink-soft">{mail.problem}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
