import { readingLimits } from './limits'
import { openNamelessFile, overwrite } from './nameless-file'
import { toPgm } from './pgm'
import { type Answer, startTesseractListener } from './tesseract-listener'
import { tooSlow } from './too-slow'

type Resident = { read: (pgm: Buffer) => Promise<Answer>; end: () => void }

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
  residents.delete(key)
  resident.end()
  if (answer === 'late') throw tooSlow()
  return null
}

/** Ends those that stay; the next page starts a new one. */
export async function endResidents(): Promise<void> {
  const ending = [...residents.values()]
  residents.clear()
  for (const resident of await Promise.all(ending)) resident?.end()
}

const pagePath = '/dev/fd/3'
const blankPath = '/dev/fd/4'
const blankPage = toPgm({ width: 60, height: 40, pixels: Buffer.alloc(60 * 40, 255) })
const startMs = 15_000

async function startResident(args: string[]): Promise<Resident | null> {
  // Elsewhere, opening a file by its number does not begin at its beginning.
  if (process.platform !== 'linux') return null
  const [page, blank] = await Promise.all([openNamelessFile(), openNamelessFile()])
  await overwrite({ file: blank, bytes: blankPage })
  const listener = startTesseractListener({ args, files: [page.fd, blank.fd] })
  await blank.close()
  const end = () => {
    listener.end()
    void page.close()
  }
  const read = async (pgm: Buffer): Promise<Answer> => {
    const isWritten = await overwrite({ file: page, bytes: pgm }).then(
      () => true,
      // A full disk is no reason not to read: another way takes the page through a pipe.
      () => false,
    )
    if (!isWritten) return 'ended'
    return listener.ask({ paths: [pagePath, blankPath], timeoutMs: readingLimits.recognitionMs })
  }
  // Shows that it gives each page back when it is read, and not many together.
  const first = await listener.ask({ paths: [blankPath], timeoutMs: startMs })
  if (typeof first === 'object') return { read: oneAtATime(read), end }
  end()
  return null
}

function oneAtATime<Question, Given>(ask: (question: Question) => Promise<Given>) {
  let last: Promise<unknown> = Promise.resolve()
  return (question: Question): Promise<Given> => {
    const next = last.then(() => ask(question))
    last = next.catch(() => undefined)
    return next
  }
}
