import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { deskSamples } from './desk-samples'

const folder = resolve(import.meta.dirname, '../../../public/samples')

await mkdir(folder, { recursive: true })
for (const { file, makeFile } of deskSamples) {
  const bytes = await makeFile()
  await writeFile(join(folder, file), bytes)
  process.stdout.write(`${file}: ${bytes.length} bytes\n`)
}
