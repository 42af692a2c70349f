import { readFileSync } from 'node:fs'

/** The clock ticks in which Linux counts CPU time. */
const ticksPerSecond = 100
const sampleMs = 100

export type Metered = {
  peakMegabytes: number
  startMegabytes: number
  cpuSeconds: number
  wallSeconds: number
}

/**
 * Watches a process from outside until told to stop: its resident memory and CPU time, without those of its children.
 * On Linux; elsewhere all figures are NaN.
 */
export function meterProcess(pid: number): () => Metered {
  const startMegabytes = residentMegabytes(pid)
  const [startCpu, startedAt] = [cpuSeconds(pid), performance.now()]
  let peakMegabytes = startMegabytes
  const timer = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, residentMegabytes(pid))
  }, sampleMs)
  return () => {
    clearInterval(timer)
    return {
      peakMegabytes: Math.max(peakMegabytes, residentMegabytes(pid)),
      startMegabytes,
      cpuSeconds: cpuSeconds(pid) - startCpu,
      wallSeconds: (performance.now() - startedAt) / 1000,
    }
  }
}

function residentMegabytes(pid: number): number {
  const kilobytes = read(`/proc/${pid}/status`).match(/^VmRSS:\s+(\d+) kB/m)?.[1]
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) / 1024
}

/** Of all its threads, user and system time. */
function cpuSeconds(pid: number): number {
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ')
  return fields ? (Number(fields[11]) + Number(fields[12])) / ticksPerSecond : Number.NaN
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
