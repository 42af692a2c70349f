import 'server-only'
import { rootMessage } from '../errors'
import { runPump } from '../jobs/pump'
import { log } from '../log'
import { isPermanent, messageIdOf, sendMail } from './mail-server'
import { claimMails, type DueMail, findNextMail, recordProblem, recordSent } from './outbox-store'
import { UnreadableMailError, unsealText } from './sealed-text'

const concurrency = 2
/** Longer than all timeouts of one sending together. */
const leaseMs = 3 * 60_000
const minuteMs = 60_000
/** After each failed try; past the last one the mail is given up: nearly two days in all. */
const pausesMs = [1, 5, 15, 60, 180, 360, 720, 1440].map((minutes) => minutes * minuteMs)
const maxProblemLength = 500

/** Sends what is written down to be sent, until nothing is due. Only with a mail server. */
export function sendDueMails(): Promise<Date | null> {
  const claim = (limit: number) => claimMails({ limit, leaseMs })
  return runPump({ queue: 'mail', concurrency, claim, work: send, findNextDue: findNextMail })
}

async function send(mail: DueMail): Promise<void> {
  const { id, recipient, subject } = mail
  const tries = mail.tries + 1
  try {
    const [text = '', html = ''] = [mail.text, mail.html].map((said) => unsealText({ id, text: said ?? '' }))
    await sendMail({ messageId: messageIdOf(id), recipient, subject, text, html })
    await recordSent({ id, tries })
  } catch (error) {
    const pauseMs = isPermanent(error) ? undefined : pausesMs[tries - 1]
    const nextTryAt = pauseMs === undefined ? null : new Date(Date.now() + pauseMs)
    log.warn({ err: error, mail: id, kind: mail.kind, nextTryAt }, 'a mail could not be sent')
    const problem = rootMessage(error).slice(0, maxProblemLength)
    // With its secret put back, a mail given up can still be read.
    await recordProblem({ id, tries, nextTryAt, problem, keepsText: error instanceof UnreadableMailError })
  }
}
