import type { MailProblem } from '@/lib/mail/schema'
import { useWords } from '../shell/words'

/** Mails that could not be sent, with the mail server's words and what happens next. */
export function MailProblems({ problems }: { problems: MailProblem[] }) {
  const { t, format } = useWords()
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
