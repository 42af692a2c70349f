import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs'

const keptFiles = 3

export type LogFile = { path: string; write: (line: string) => void }

/**
 * A log that never outgrows the disk: above `maxBytes` it becomes `<file>.1`, the older ones move up, and what was
 * `<file>.3` is overwritten.
 */
export function openLogFile({ file, maxBytes = 10_000_000 }: { file: string; maxBytes?: number }): LogFile {
  let descriptor = openSync(file, 'a', 0o600)
  let bytes = fstatSync(descriptor).size

  return {
    path: file,
    write: (line) => {
      if (bytes > maxBytes) {
        closeSync(descriptor)
        moveUp(file)
        descriptor = openSync(file, 'a', 0o600)
        bytes = 0
      }
      bytes += writeSync(descriptor, `${line}\n`)
    },
  }
}

function moveUp(file: string): void {
  for (let number = keptFiles; number >= 1; number -= 1) {
    const from = number === 1 ? file : `${file}.${number - 1}`
    try {
      renameSync(from, `${file}.${number}`)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}
