import { validationRefusal } from '../http/refusal'

/** A data URI's head is short; what has no comma within this much is not one. */
const maxHeadLength = 1_024

export type Base64Decoder = { push: (characters: string) => Buffer; end: () => Buffer }

/**
 * Decodes base64 as it arrives, bare or as a data URI, both alphabets, with or without line breaks and padding.
 * `push` and `end` throw a Refusal for anything else.
 */
export function createBase64Decoder(): Base64Decoder {
  let pending = ''
  let isHeadRead = false
  let isPadded = false

  function decode(isLast: boolean): Buffer {
    const text = isLast ? pending : pending.slice(0, pending.length - (pending.length % 4))
    const bytes = isPadded && text !== '' ? null : decodeStrictly(text)
    if (!bytes && /\s/.test(pending)) {
      pending = pending.replace(/\s+/g, '')
      return decode(isLast)
    }
    if (!bytes) throw notBase64()
    pending = pending.slice(text.length)
    isPadded ||= text.endsWith('=')
    return bytes
  }

  return {
    push: (characters) => {
      pending += characters
      if (!isHeadRead) {
        pending = pending.replace(/\s+/g, '')
        const rest = withoutHead(pending)
        if (rest === null) return Buffer.alloc(0)
        pending = rest
        isHeadRead = true
      }
      return decode(false)
    },
    end: () => {
      if (!isHeadRead) pending = withoutHead(pending) ?? pending
      return decode(true)
    },
  }
}

/** Null for anything but base64: Node passes over what is none, and so comes out short. */
function decodeStrictly(text: string): Buffer | null {
  const length = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length
  const bytes = Buffer.from(text, 'base64')
  const isWhole = bytes.length === Math.floor((length * 3) / 4) && length % 4 !== 1
  const padding = text.indexOf('=')
  return isWhole && (padding < 0 || padding >= length) ? bytes : null
}

/** What follows `data:…;base64,`; null while the head has not ended yet. */
function withoutHead(text: string): string | null {
  if (!'data:'.startsWith(text.slice(0, 5).toLowerCase())) return text
  const comma = text.indexOf(',')
  if (comma < 0 && text.length > maxHeadLength) throw notBase64()
  if (comma < 0) return null
  if (!/;base64$/i.test(text.slice(0, comma))) throw notBase64()
  return text.slice(comma + 1)
}

function notBase64() {
  return validationRefusal(['image_base64 is not valid base64'])
}
