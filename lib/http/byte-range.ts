type ByteRange = { start: number; end: number }

type RangeRequest = { header: string | null; bytes: number }

/**
 * The part of a file of `bytes` that a Range header asks for (RFC 9110 §14.1.2), both ends included; null for the
 * whole: no header, another unit, several ranges or nonsense, which a server may ignore; `unsatisfiable` where it
 * begins beyond the end.
 */
export function parseByteRange({ header, bytes }: RangeRequest): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = header?.match(/^bytes=(\d*)-(\d*)$/) ?? []
  if (first === '' && last === '') return null
  if (first === '') {
    const start = Math.max(0, bytes - Number(last))
    return start < bytes ? { start, end: bytes - 1 } : 'unsatisfiable'
  }
  const start = Number(first)
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (last !== '' && Number(last) < start) return null
  return start < bytes ? { start, end } : 'unsatisfiable'
}
