import 'server-only'
import { createTransport } from 'nodemailer'
import { getSettings, publicUrl } from '../env'

/** One mail on its way out. `messageId` lets a receiver recognise a mail that a crash made us send twice. */
type OutgoingMail = {
  messageId: string
  recipient: string
  subject: string
  text: string
  html: string
}

const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }

export function hasMailServer(): boolean {
  return getSettings().SMTP_URL !== undefined
}

/** Where mail goes out and in whose name, without user and password; null where no mail server is set. */
export function describeMailServer(): { server: string; from: string } | null {
  const { SMTP_URL } = getSettings()
  return SMTP_URL ? { server: new URL(SMTP_URL).host, from: senderAddress() } : null
}

/** Hands the mail to the server and returns its answer. Throws the library's error, which `isPermanent` reads. */
export async function sendMail({ messageId, recipient, ...mail }: OutgoingMail): Promise<string> {
  const transport = createTransport(transportUrl())
  try {
    const { response } = await transport.sendMail({
      ...mail,
      from: senderAddress(),
      // As an object it is one address whatever it holds; as text it would be read as a list.
      to: { name: '', address: recipient },
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    return response
  } finally {
    transport.close()
  }
}

/** The server refused this mail for good (RFC 5321 §4.2.1: 5yz). A refused sign-in is mended by an administrator. */
export function isPermanent(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number }
  return responseCode >= 500 && responseCode < 600 && code !== 'EAUTH'
}

function transportUrl(): string {
  const url = new URL(getSettings().SMTP_URL ?? '')
  for (const [name, ms] of Object.entries(timeouts)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms))
  }
  return url.href
}

function senderAddress(): string {
  return getSettings().MAIL_FROM ?? `Intray <intray@${new URL(publicUrl()).hostname}>`
}

/** The same for each try of one mail (RFC 5322 §3.6.4). */
export function messageIdOf(id: string): string {
  return `<${id}@${new URL(publicUrl()).hostname}>`
}
