import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BenchDocument } from './documents'
import { type Command, findProgram } from './programs'
import { readAll, startMeasuredEngine } from './read-through-engine'

/**
 * What the engine gives tesseract to read for these documents, as commands that do the same again: a script of that
 * name, first on the engine's PATH, keeps each picture and its arguments before it hands them on.
 */
export async function capturePreparedPages(
  documents: BenchDocument[],
): Promise<{ commands: Command[]; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'intray-bench-pages-'))
  const tesseract = findProgram('tesseract') ?? 'tesseract'
  await writeFile(path.join(folder, 'tesseract'), keepingScript({ folder, tesseract }))
  // Without it, the engine starts a tesseract for each page and hands the page to its standard input.
  await writeFile(path.join(folder, 'stdbuf'), '#!/bin/sh\nexit 1\n')
  for (const name of ['tesseract', 'stdbuf']) await chmod(path.join(folder, name), 0o755)
  const engine = await startMeasuredEngine({
    workers: 1,
    environment: { ENGINE_OCR: 'native', PATH: `${folder}${path.delimiter}${process.env.PATH}` },
  })
  try {
    await readAll({ engine, documents })
  } finally {
    await engine.dispose()
  }
  const names = (await readdir(folder)).filter((name) => name.endsWith('.args'))
  const commands = await Promise.all(
    names.map(async (name) => ({
      file: tesseract,
      args: (await readFile(path.join(folder, name), 'utf8')).split('\n').slice(0, -1),
      input: path.join(folder, name.replace(/args$/, 'pgm')),
      environment: { OMP_THREAD_LIMIT: '1' },
    })),
  )
  return { commands, remove: () => rm(folder, { recursive: true, force: true }) }
}

function keepingScript({ folder, tesseract }: { folder: string; tesseract: string }): string {
  return `#!/bin/sh
case "$1" in --version) exec '${tesseract}' --version ;; esac
cat > '${folder}'/$$.pgm
printf '%s\\n' "$@" > '${folder}'/$$.args
exec '${tesseract}' "$@" < '${folder}'/$$.pgm
`
}
