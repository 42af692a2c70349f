import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { SourceFile } from '../../support/source-files'
import type { Verdict } from './judge'

export type Results = {
  find: (key: string) => Verdict | undefined
  add: (key: string, verdict: Verdict) => void
}

/** What was judged of exactly this source and these tests before: a run that was ended goes on where it was. */
export function openResults({ folder, files }: { folder: string; files: SourceFile[] }): Results {
  const digest = createHash('sha256')
  for (const file of files) digest.update(`${file.path}\0${file.text}\0`)
  mkdirSync(folder, { recursive: true })
  const list = path.join(folder, `${digest.digest('hex').slice(0, 12)}.jsonl`)
  const lines = existsSync(list) ? readFileSync(list, 'utf8').split('\n') : []
  const known = new Map<string, Verdict>(lines.flatMap(readLine))
  return {
    find: (key) => known.get(key),
    add: (key, verdict) => {
      known.set(key, verdict)
      appendFileSync(list, `${JSON.stringify([key, verdict])}\n`)
    },
  }
}

/** A process that was killed may have left half a line. */
function readLine(line: string): [string, Verdict][] {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}
