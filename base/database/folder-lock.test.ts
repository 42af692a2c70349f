import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { FolderInUseError, lockFolder } from './folder-lock'

const temporaryFolder = () => mkdtemp(path.join(tmpdir(), 'lock-'))

test('a folder that is held is refused, and free again after its release', async () => {
  const folder = await temporaryFolder()
  const lock = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError)
  await lock.release()
  await (await lockFolder(folder)).release()
})

test('a lock left behind by a killed process is taken over', async () => {
  const folder = await temporaryFolder()
  const script = `import { lockFolder } from './base/database/folder-lock.ts'
    await lockFolder(process.argv.at(-1)); console.log('held'); setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, folder])
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError)

  holder.kill('SIGKILL')
  await new Promise((resolve) => holder.once('exit', resolve))
  await (await lockFolder(folder)).release()
})
