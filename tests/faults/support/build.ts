import { spawnSync } from 'node:child_process'

/** Runs once before all tests of faults: they are about the production build. */
export default function build(): void {
  const { status } = spawnSync('npm', ['run', 'build', '--silent'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('the desk could not be built')
}
