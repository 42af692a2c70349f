import 'server-only'
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'

export const deviceCookie = 'intray_device'
export const deviceCookieSeconds = 365 * 24 * 60 * 60

type Knowing = { email: string; secret: string }

/** The value of the cookie of a browser in which this account signed in. */
export function markDevice({ email, secret }: Knowing): string {
  const device = randomUUID()
  return `${device}.${sign({ device, email, secret })}`
}

/** The browser's id where its cookie was made for this account by this desk; null for all others. */
export function knownDevice({
  cookie,
  email,
  secret,
}: Knowing & { cookie: string | undefined }): string | null {
  const [device = '', signature = ''] = (cookie ?? '').slice(0, 200).split('.')
  const expected = Buffer.from(sign({ device, email, secret }))
  const actual = Buffer.from(signature)
  return actual.length === expected.length && timingSafeEqual(actual, expected) ? device : null
}

function sign({ device, email, secret }: Knowing & { device: string }): string {
  return createHmac('sha256', `device:${secret}`).update(`${device} ${email}`).digest('base64url')
}
