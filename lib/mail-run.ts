import 'server-only'
import { writeDigests } from './documents/digest/write-digests'
import { log } from './log'
import { hasMailServer } from './mail/mail-server'
import { deleteOldMails } from './mail/outbox-store'
import { sendDueMails } from './mail/send-due'
import { writeQuotaAlerts } from './usage/alerts'

const keepMs = 90 * 24 * 60 * 60_000

/** One look at mail: writes what is to be told, then sends what is due. Without a mail server nothing is written. */
export async function runMail(): Promise<Date | null> {
  if (!hasMailServer()) return null
  for (const write of [writeDigests, writeQuotaAlerts]) {
    await write().catch((error) => log.error({ err: error }, 'news could not be written into mails'))
  }
  await deleteOldMails(new Date(Date.now() - keepMs))
  return sendDueMails()
}
