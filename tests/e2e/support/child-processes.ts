import { execFileSync } from 'node:child_process'

/** The process ids of the direct children of a process whose command line contains the text. */
export function childProcesses({ of, with: text }: { of: number; with: string }): number[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, ...command]) => Number(parent) === of && command.join(' ').includes(text))
    .map(([pid]) => Number(pid))
}
