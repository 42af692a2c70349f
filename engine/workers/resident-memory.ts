import { readFile } from 'node:fs/promises'

const kibibyte = 1_024

/**
 * Resident memory in bytes of a process and of everything it started; null where the system does not tell (only
 * Linux does, in /proc) or the process is gone.
 */
export async function residentBytes(pid: number): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * kibibyte
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
    const sizes = await Promise.all(
      children
        .split(' ')
        .filter(Boolean)
        .map((id) => residentBytes(Number(id))),
    )
    return sizes.reduce<number>((sum, size) => sum + (size ?? 0), own)
  } catch {
    return null
  }
}
