import 'server-only'
import { listRefusals, type Refusal, stepIdOf } from '@/lib/docutray/refusals-store'
import { upstreamIdentity } from '@/lib/docutray/upstream'
import { organisationTimeZone, publicUrl } from '@/lib/env'
import { defaultLocale } from '@/lib/i18n/catalogues'
import { type NewMail, writeMails } from '@/lib/mail/outbox-store'
import { listAdministrators } from './administrators-store'
import { refusalLetter } from './refusal-letter'

/**
 * Writes a mail to every administrator when the upstream refuses our key, or a step to it. The mail's key names what is
 * refused, since when and to whom it goes, so that each is told once however often and by however many processes this
 * is asked.
 */
export async function writeRefusalAlerts(): Promise<void> {
  const refusals = await listRefusals()
  if (refusals.length === 0) return
  const administrators = await listAdministrators()
  await writeMails({
    mails: refusals.flatMap((refusal) => administrators.map((reader) => toMail({ refusal, reader }))),
  })
}

type Told = { refusal: Refusal; reader: Awaited<ReturnType<typeof listAdministrators>>[number] }

function toMail({ refusal, reader }: Told): NewMail {
  const { subject, since, detail } = refusal
  return {
    ...refusalLetter({
      locale: reader.locale ?? defaultLocale,
      timeZone: organisationTimeZone(),
      name: reader.name,
      stepId: stepIdOf(subject),
      since,
      detail,
      deskUrl: publicUrl(),
    }),
    kind: 'key',
    key: `key/${upstreamIdentity()}/${subject}/${since.toISOString()}/${reader.id}`,
    recipient: reader.email,
  }
}
