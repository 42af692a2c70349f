import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openLogFile } from './log-file'

test('a log goes on where it ended, moves up when full, and keeps three old files', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'log-'))
  const file = path.join(folder, 'web.log')
  openLogFile({ file }).write('before the restart')

  const log = openLogFile({ file, maxBytes: 10 })
  for (const line of ['first line', 'second line', 'third line', 'fourth line', 'fifth line']) log.write(line)

  expect((await readdir(folder)).sort()).toEqual(['web.log', 'web.log.1', 'web.log.2', 'web.log.3'])
  expect(await readFile(file, 'utf8')).toBe('fifth line\n')
  expect(await readFile(`${file}.3`, 'utf8')).toBe('second line\n')
})
