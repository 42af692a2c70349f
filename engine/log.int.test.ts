import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

test('a failed query is logged with its reason and without what it was to write', async () => {
  const script = `import { DrizzleQueryError } from 'drizzle-orm/errors'
    import { log } from './engine/log.ts'
    const cause = Object.assign(new Error('disk full'), { code: '53100', params: ['IBAN of a customer'] })
    log.error({ err: new DrizzleQueryError('insert', ['IBAN of a customer'], cause) }, 'not written')`
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    script,
  ])
  expect(JSON.parse(stdout)).toMatchObject({
    msg: 'not written',
    err: { message: 'disk full', code: '53100' },
  })
  expect(stdout).not.toContain('IBAN')
})
