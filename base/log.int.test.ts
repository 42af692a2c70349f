import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/** The line that a process logs by this statement about `log`. */
async function logOf(statement: string): Promise<Record<string, unknown>> {
  const script = `import { DrizzleQueryError } from 'drizzle-orm/errors'
    import { createLog } from './base/log.ts'
    const log = createLog({ process: 'engine', level: 'info' })
    ${statement}`
  const args = ['--import', 'tsx', '--input-type=module', '-e', script]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout)
}

test('a failed query is logged with its reason and without what it was to write', async () => {
  const line = await logOf(`
    const cause = Object.assign(new Error('disk full'), { code: '53100', params: ['IBAN of a customer'] })
    log.error({ err: new DrizzleQueryError('insert', ['IBAN of a customer'], cause) }, 'not written')`)
  expect(line).toMatchObject({ msg: 'not written', err: { message: 'disk full', code: '53100' } })
  expect(JSON.stringify(line)).not.toContain('IBAN')
})

test('what is secret is struck out, also inside of what is logged', async () => {
  const line = await logOf(
    `log.info({ key: 'dt_live_1', call: { headers: { a: 'b' }, token: 't' } }, 'sent')`,
  )
  expect(line).toMatchObject({
    process: 'engine',
    key: '[hidden]',
    call: { headers: '[hidden]', token: '[hidden]' },
  })
})
