import { availableParallelism } from 'node:os'
import { writeDenseDocuments } from './dense-documents'
import { type BenchDocument, listDocuments } from './documents'
import { median, secondsOf } from './numbers'
import { findProgram, runAll } from './programs'
import { readAll, startMeasuredEngine } from './read-through-engine'
import { type Row, say } from './table'

const rounds = 5
const cores = availableParallelism()

type Speeds = { engine: number; reference: number }
type Aim = { text: string; isMet: (pagesPerSecond: Speeds) => boolean }

const half: Aim = { text: '≥ 0.5', isMet: ({ engine, reference }) => engine / reference >= 0.5 }
const twoHundred: Aim = { text: '≥ 200 pages/s', isMet: ({ engine }) => engine >= 200 }

/** PDFs of text from the submission to the last result, beside `pdftotext` on the same files, as many at once. */
export async function measureText(samples: string | undefined): Promise<Row[]> {
  if (!findProgram('pdftotext')) {
    return [{ what: 'PDF of text', figure: 'skipped: there is no pdftotext to compare with' }]
  }
  const { invoices, long } = await listDocuments(samples)
  const dense = await writeDenseDocuments(8)
  const engine = await startMeasuredEngine({ workers: cores })
  try {
    // The readers start once; people wait for that with the first document only.
    await readAll({ engine, documents: [...invoices, ...long] })
    const compare = (input: { what: string; documents: BenchDocument[]; aim: Aim }) =>
      compareRounds({ ...input, read: () => readAll({ engine, documents: input.documents }) })
    return [
      await compare({
        what: 'long PDFs of text',
        documents: repeat({ documents: long, times: 4 }),
        aim: half,
      }),
      await compare({
        what: 'short invoices (PDF of text)',
        documents: repeat({ documents: invoices, times: 8 }),
        aim: half,
      }),
      await compare({ what: 'pages of 6,000 characters', documents: dense.documents, aim: twoHundred }),
    ]
  } finally {
    await engine.dispose()
    await dense.remove()
  }
}

function repeat({ documents, times }: { documents: BenchDocument[]; times: number }): BenchDocument[] {
  return Array.from({ length: times }, () => documents).flat()
}

/** Turn by turn, so that what else the machine does falls on both alike. */
async function compareRounds(input: {
  what: string
  documents: BenchDocument[]
  aim: Aim
  read: () => Promise<void>
}): Promise<Row> {
  const { what, documents, aim, read } = input
  const commands = documents.map(({ path }) => ({ file: 'pdftotext', args: [path, '-'] }))
  let pages = 0
  const seconds = { reference: [] as number[], engine: [] as number[] }
  for (let round = 1; round <= rounds; round += 1) {
    seconds.reference.push(
      await secondsOf(async () => {
        const texts = await runAll({ commands, atOnce: cores })
        // It ends each page with a form feed.
        pages = texts.reduce((sum, text) => sum + text.split('\f').length - 1, 0)
      }),
    )
    seconds.engine.push(await secondsOf(read))
    say(
      `  ${what}, round ${round} of ${rounds}: pdftotext ${seconds.reference.at(-1)?.toFixed(2)} s, engine ${seconds.engine.at(-1)?.toFixed(2)} s`,
    )
  }
  const [reference, engine] = [pages / median(seconds.reference), pages / median(seconds.engine)]
  return {
    what: `${what}: ${documents.length} files, ${pages} pages`,
    figure: `${engine.toFixed(0)} pages/s, ${(engine / cores).toFixed(0)} per core`,
    beside: `pdftotext, ${cores} at once: ${reference.toFixed(0)} pages/s; share ${(engine / reference).toFixed(2)}`,
    aim: aim.text,
    isMet: aim.isMet({ engine, reference }),
  }
}
