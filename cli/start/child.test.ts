import { afterEach, expect, test, vi } from 'vitest'
import { complain } from '../terminal'
import { startChild, stopChildren } from './child'

vi.mock('../terminal', () => ({ say: vi.fn(), complain: vi.fn() }))
afterEach(() => {
  vi.mocked(complain).mockClear()
})

const stopMs = 60_000

/** A child that runs this, and has said that it does. */
async function startScript({ name, script }: { name: 'web' | 'engine'; script: string }) {
  let hear: (line: string) => void = () => undefined
  const ready = new Promise<string>((resolve) => {
    hear = resolve
  })
  const child = startChild({
    ...{ name, stopMs, verbose: false, env: process.env, log: { path: '/dev/null', write: hear } },
    args: ['-e', `setInterval(() => {}, 1000); ${script}; console.log('ready')`],
  })
  await ready
  return child
}

const endAfter = (milliseconds: number) =>
  `process.on('SIGTERM', () => setTimeout(() => process.exit(0), ${milliseconds}))`

test('the desk ends before the engine, also before one that was started again after it', async () => {
  const ends: string[] = []
  const web = await startScript({ name: 'web', script: endAfter(300) })
  const engine = await startScript({ name: 'engine', script: endAfter(0) })
  void web.ended.then(() => ends.push('web'))
  void engine.ended.then(() => ends.push('engine'))
  await stopChildren()
  expect(ends).toEqual(['web', 'engine'])
})

test('an engine that ends by itself while the desk is being stopped is not waited for', async () => {
  const engine = await startScript({ name: 'engine', script: 'setTimeout(() => process.exit(7), 300)' })
  const web = await startScript({ name: 'web', script: endAfter(900) })
  await stopChildren()
  expect(await engine.ended).toBe('exit code 7')
  expect(await web.ended).toBe('exit code 0')
})

test('what a child complains of while it starts is held back, and told once', async () => {
  const cries = `console.error('careful'); console.error('the disk is full')`
  const engine = await startScript({ name: 'engine', script: cries })
  await vi.waitFor(() => expect(engine.lastNotice()).toBe('the disk is full'))
  expect(complain).not.toHaveBeenCalled()
  engine.speak('the disk is full')
  engine.speak()
  expect(vi.mocked(complain).mock.calls).toEqual([['engine: careful']])
  await stopChildren()
})
