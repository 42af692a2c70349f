import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

export type SampleFile = { name: string; mimeType: string; buffer: Buffer }

const types: Record<string, string> = { '.pdf': 'application/pdf', '.jpg': 'image/jpeg', '.png': 'image/png' }

/** A real document under another name, with a comment after its end, so that no test meets another's duplicate. */
export function freshSample({ sample, as }: { sample: string; as: string }): SampleFile {
  const bytes = readFileSync(path.resolve('tests/fixtures/samples', sample))
  const mimeType = types[path.extname(sample)] ?? 'application/octet-stream'
  return { name: as, mimeType, buffer: Buffer.concat([bytes, Buffer.from(`\n%${randomUUID()}\n`)]) }
}
