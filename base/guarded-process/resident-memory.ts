import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const kibibyte = 1_024

/**
 * Resident memory in bytes of a process that leads its own group, and of everything it started. Null where the system
 * does not tell (Windows) or the process is gone.
 */
export function residentBytes(pid: number): Promise<number | null> {
  if (process.platform === 'linux') return readFromProc(pid)
  return process.platform === 'win32' ? Promise.resolve(null) : askPs(pid)
}

async function readFromProc(pid: number): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * kibibyte
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
    const sizes = await Promise.all(
      children
        .split(' ')
        .filter(Boolean)
        .map((id) => readFromProc(Number(id))),
    )
    return sizes.reduce<number>((sum, size) => sum + (size ?? 0), own)
  } catch {
    return null
  }
}

/** Every Unix has `ps`, which costs a process each time; it takes the group for the family. */
export async function askPs(group: number): Promise<number | null> {
  const listed = await promisify(execFile)('ps', ['-A', '-o', 'pgid=,rss=']).catch(() => null)
  const rows = (listed?.stdout ?? '').split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  const sizes = rows.filter(([id]) => id === group).map(([, kilobytes = 0]) => kilobytes * kibibyte)
  return sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0)
}
