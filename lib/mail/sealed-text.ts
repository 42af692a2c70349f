import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { getSettings } from '../env'

const cipher = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16
const mark = 'sealed:'

/** What a mail says, bound to its id: readable with the desk's secret alone, which lies in no database and no backup. */
export function sealText({ id, text }: { id: string; text: string }): string {
  const iv = randomBytes(ivBytes)
  const sealing = createCipheriv(cipher, mailKey(), iv).setAAD(Buffer.from(id))
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return mark + Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64url')
}

/** Throws where it was sealed with another secret. What 0.2.0 wrote is not sealed. */
export function unsealText({ id, text }: { id: string; text: string }): string {
  if (!text.startsWith(mark)) return text
  const bytes = Buffer.from(text.slice(mark.length), 'base64url')
  try {
    const opening = createDecipheriv(cipher, mailKey(), bytes.subarray(0, ivBytes))
      .setAAD(Buffer.from(id))
      .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
    return Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]).toString(
      'utf8',
    )
  } catch {
    throw new UnreadableMailError('The mail was written with another INTRAY_SECRET.')
  }
}

/** A later try can send it, once the secret is back. */
export class UnreadableMailError extends Error {}

function mailKey(): Buffer {
  return Buffer.from(hkdfSync('sha256', getSettings().INTRAY_SECRET ?? '', '', 'mails to send', 32))
}
