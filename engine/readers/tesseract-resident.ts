import type { FileHandle } from 'node:fs/promises'
import { readingLimits } from './limits'
import { openNamelessFile, overwrite } from './nameless-file'
import { toPgm } from './pgm'
import { type Answer, startTesseractListener, type TesseractListener } from './tesseract-listener'
import { tooSlow } from './too-slow'

type Resident = { read: (pgm: Buffer) => Promise<Answer>; end: () => Promise<void> }

const residents = new Map<string, Promise<Resident | null>>()

/**
 * Reads a PGM with a tesseract that stays for the next one: each start costs it a quarter of a second of computing, a
 * sixth of what a page does. Gives its TSV; null where none can stay, or when it died of this page.
 * @throws DocumentError when the page takes too long
 */
export async function readResidently({ pgm, args }: { pgm: Buffer; args: string[] }): Promise<string | null> {
  const key = args.join(' ')
  // One that could not start is remembered too.
  const starting = residents.get(key) ?? startResident(args).catch(() => null)
  residents.set(key, starting)
  const resident = await starting
  if (!resident) return null
  const answer = await resident.read(pgm)
  if (typeof answer === 'object') return answer.tsv
  // Several may have waited for it; after the first of them there may be another by now.
  if (residents.get(key) === starting) residents.delete(key)
  await resident.end()
  if (answer === 'late') throw tooSlow()
  return null
}

/** Ends those that stay; the next page starts a new one. */
export async function endResidents(): Promise<void> {
  const ending = [...residents.values()]
  residents.clear()
  for (const resident of await Promise.all(ending)) await resident?.end()
}

const pagePath = '/dev/fd/3'
const blankPath = '/dev/fd/4'
const blankPage = toPgm({ width: 60, height: 40, pixels: Buffer.alloc(60 * 40, 255) })
const startMs = 15_000

async function startResident(args: string[]): Promise<Resident | null> {
  // Elsewhere, opening a file by its number does not begin at its beginning.
  if (process.platform !== 'linux') return null
  const page = await openNamelessFile()
  const listener = await startListener({ args, page }).catch(() => null)
  const end = async () => {
    listener?.end()
    await page.close()
  }
  // Shows that it gives each page back when it is read, and not many together.
  const first = await listener?.ask({ paths: [blankPath], timeoutMs: startMs })
  if (listener && typeof first === 'object') {
    return { read: oneAtATime((pgm: Buffer) => readPage({ listener, page, pgm })), end }
  }
  await end()
  return null
}

/** One that knows the page's file as `pagePath`, and as `blankPath` one that lasts as long as it does. */
async function startListener({
  args,
  page,
}: {
  args: string[]
  page: FileHandle
}): Promise<TesseractListener> {
  const blank = await openNamelessFile()
  try {
    await overwrite({ file: blank, bytes: blankPage })
    return startTesseractListener({ args, files: [page.fd, blank.fd] })
  } finally {
    await blank.close()
  }
}

async function readPage({
  listener,
  page,
  pgm,
}: {
  listener: TesseractListener
  page: FileHandle
  pgm: Buffer
}): Promise<Answer> {
  const isWritten = await overwrite({ file: page, bytes: pgm }).then(
    () => true,
    // A full disk is no reason not to read: another way takes the page through a pipe.
    () => false,
  )
  if (!isWritten) return 'ended'
  return listener.ask({ paths: [pagePath, blankPath], timeoutMs: readingLimits.recognitionMs })
}

function oneAtATime<Question, Given>(ask: (question: Question) => Promise<Given>) {
  let last: Promise<unknown> = Promise.resolve()
  return (question: Question): Promise<Given> => {
    const next = last.then(() => ask(question))
    last = next.catch(() => undefined)
    return next
  }
}
