import 'server-only'
import { describeMailServer } from './mail-server'
import { countWaitingMails, listMailProblems } from './outbox-store'
import type { MailFacts } from './schema'

const problemsShown = 10

export async function readMailFacts(): Promise<MailFacts> {
  const [{ waiting, lastSentAt }, problems] = await Promise.all([
    countWaitingMails(),
    listMailProblems(problemsShown),
  ])
  const server = describeMailServer()
  return {
    from: server?.from ?? null,
    server: server?.server ?? null,
    waiting,
    lastSentAt: lastSentAt?.toISOString() ?? null,
    problems: problems.map((mail) => ({
      id: mail.id,
      kind: mail.kind,
      recipient: mail.recipient,
      state: mail.state,
      tries: mail.tries,
      problem: mail.problem ?? '',
      nextTryAt: mail.state === 'waiting' ? (mail.nextTryAt?.toISOString() ?? null) : null,
      createdAt: mail.createdAt.toISOString(),
    })),
  }
}
