import { randomBytes } from 'node:crypto'

/**
 * A valid PDF of one page and exactly `bytes` bytes, nearly all of them in a stream that cannot be compressed.
 * `head` differs with each call, so that no two are duplicates; the rest is shared.
 */
export function createLargePdf(bytes: number): { head: () => Buffer; rest: Buffer } {
  const headBytes = 63
  const objects = [
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>\nendobj\n',
  ]
  const offsets: number[] = []
  let at = headBytes
  for (const object of objects) {
    offsets.push(at)
    at += object.length
  }
  offsets.push(at)
  const xref = (start: number) =>
    [
      'xref\n0 5\n0000000000 65535 f \n',
      ...offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`),
      `trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${String(start).padStart(10, '0')}\n%%EOF\n`,
    ].join('')
  const streamHead = (length: number) =>
    `4 0 obj\n<< /Length ${String(length).padStart(10, '0')} >>\nstream\n`
  const streamEnd = '\nendstream\nendobj\n'
  const length = bytes - at - streamHead(0).length - streamEnd.length - xref(0).length
  const rest = Buffer.concat([
    Buffer.from(objects.join('') + streamHead(length)),
    randomBytes(length),
    Buffer.from(streamEnd),
    Buffer.from(xref(bytes - xref(0).length)),
  ])
  const head = () => Buffer.from(`%PDF-1.7\n%${randomBytes(26).toString('hex')}\n`)
  return { head, rest }
}
