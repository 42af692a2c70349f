import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** What `/proc` counts in (USER_HZ, 100 on every Linux that Node runs on). */
const ticksPerSecond = 100

/**
 * CPU time in milliseconds that a process and what it started have used so far: the measure of progress on a machine
 * that is busy. Null where the system does not tell (Windows) or the process is gone.
 */
export async function cpuTimeMs(pid: number): Promise<number | null> {
  if (process.platform === 'win32') return null
  return process.platform === 'linux' ? readFromProc(pid) : askPs(pid)
}

async function readFromProc(pid: number): Promise<number | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name stands in brackets and may hold blanks; after it the state is the third field of proc(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // utime, stime, and both of children that have ended: fields 14 to 17.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
    const times = await Promise.all(
      children
        .split(' ')
        .filter(Boolean)
        .map((child) => readFromProc(Number(child))),
    )
    return times.reduce<number>((sum, time) => sum + (time ?? 0), (ticks * 1000) / ticksPerSecond)
  } catch {
    return null
  }
}

/** `ps` tells `[[days-]hours:]minutes:seconds` of the process alone. */
async function askPs(pid: number): Promise<number | null> {
  const listed = await promisify(execFile)('ps', ['-o', 'time=', '-p', String(pid)]).catch(() => null)
  const parts = listed?.stdout.trim().split(/[-:]/).map(Number) ?? []
  if (parts.length < 2 || parts.some(Number.isNaN)) return null
  const [seconds = 0, minutes = 0, hours = 0, days = 0] = parts.reverse()
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
}
