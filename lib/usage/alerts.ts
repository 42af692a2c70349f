import 'server-only'
import { monthKey } from '@/base/calendar'
import { upstreamIdentity } from '../docutray/upstream'
import { organisationTimeZone, publicUrl } from '../env'
import { defaultLocale } from '../i18n/catalogues'
import { writeMails } from '../mail/outbox-store'
import { listQuotaReaders } from '../people/preferences/store'
import { can } from '../people/roles'
import { readDeskSettings } from '../settings/desk'
import { readOverview } from './overview'
import { quotaThresholds } from './quota'
import { quotaLetter } from './quota-letter'

/**
 * Writes a mail to everyone who watches the pages when the month passes a threshold of its quota. The mail's key names
 * threshold, quota, month and person, so that each is told once however often and by however many processes this is
 * asked, and anew when the quota was raised.
 */
export async function writeQuotaAlerts(now = new Date()): Promise<void> {
  const { monthlyPages: quota } = await readDeskSettings()
  if (quota === null) return
  const { current } = await readOverview({ months: 1, now })
  const threshold = quotaThresholds.find(({ level }) => level === current.level)
  if (!threshold) return
  const readers = (await listQuotaReaders()).filter(({ role }) => can(role, 'usage'))
  const mails = readers.map((reader) => ({
    kind: 'quota' as const,
    key: `quota/${upstreamIdentity()}/${monthKey(current)}/${threshold.percent}/${quota}/${reader.id}`,
    recipient: reader.email,
    ...quotaLetter({
      ...threshold,
      locale: reader.locale ?? defaultLocale,
      timeZone: organisationTimeZone(),
      name: reader.name,
      used: current.pages,
      quota,
      resetsAt: new Date(current.resetsAt),
      deskUrl: publicUrl(),
    }),
  }))
  await writeMails({ mails })
}
