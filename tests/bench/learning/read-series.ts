import { processReading } from '@/engine/pipeline/process-document'
import type { Reading } from '@/engine/readers/reading'
import { answeredOf, issuerOf } from '@/lib/documents/learning/paper-of'
import { type PageWords, toPrint } from '@/lib/lessons/print/print'
import { textKey } from '@/lib/lessons/print/text-key'
import { type Example, isNothing, isSame } from '@/lib/lessons/rules/paper'
import type { Scalar } from '@/lib/lessons/rules/rule'
import { layoutMarksOf } from '@/lib/lessons/suppliers/layout-marks'
import type { Identity } from '@/lib/lessons/suppliers/match-supplier'
import type { IssuedPaper } from '@/lib/lessons/suppliers/supplier-of'
import type { Paper } from '../../papers/paper'
import { makeSeries } from '../../papers/series/make-series'
import type { Oddity } from '../../papers/series/supplier-traits'
import { toReading } from '../../papers/to-reading'

/** What a person would put right on an invoice's page; the truth is told by the generator. */
export const scoredPaths = [
  'supplier',
  'supplier_tax_id',
  'customer',
  'invoice_number',
  'date',
  'due_date',
  'purchase_order',
  'subtotal',
  'tax',
  'total',
] as const

export type ReadPaper = { example: Example; identity: Identity; issued: IssuedPaper }

/** The papers of one supplier as the engine in the box answers them, with what a person would say is right. */
export function readSeries({
  seed,
  count,
  oddity,
}: {
  seed: number
  count: number
  oddity: Oddity
}): ReadPaper[] {
  const { papers, traits } = makeSeries({ seed, count, oddity })
  return papers.map((paper, at) => readPaper({ paper, noise: traits.noise, seed: seed + at }))
}

function readPaper({ paper, noise, seed }: { paper: Paper; noise: number; seed: number }): ReadPaper {
  const reading = toReading(paper, { noise, seed })
  const { data } = processReading({ reading, pipeline: 'invoice' })
  const answered = answeredOf(data)
  const truth = Object.fromEntries(
    scoredPaths.map((path) => {
      const value = paper.truth[path]?.value ?? null
      return [path, asPeopleLeaveIt({ answered: answered[path]?.value ?? null, value })] as const
    }),
  )
  const print = toPrint({ pages: pageWordsOf(reading), pageCount: reading.pages.length })
  const people = Object.fromEntries(scoredPaths.map((path) => [path, ['person']]))
  const marks = layoutMarksOf(print)
  return {
    example: { documentId: paper.id, answered, print, truth, people },
    identity: { ...issuerOf(data), marks },
    issued: {
      answered: issuerOf(data),
      truth: { taxId: textOf(truth.supplier_tax_id), name: textOf(truth.supplier) },
      marks,
    },
  }
}

/** Nobody corrects capitals or a blank. */
function asPeopleLeaveIt({ answered, value }: { answered: Scalar; value: Scalar }): Scalar {
  const isAlike =
    typeof answered === 'string' && typeof value === 'string' && textKey(answered) === textKey(value)
  return isAlike || isSame({ one: answered, other: value }) ? answered : value
}

const textOf = (value: Scalar | undefined) => (typeof value === 'string' && !isNothing(value) ? value : null)

function pageWordsOf({ pages }: Reading): PageWords[] {
  return pages.map(({ number, width, height, words }) => ({
    page: number,
    width,
    height,
    words: words.map(({ text, box }) => ({
      text,
      box: [box.x / width, box.y / height, box.width / width, box.height / height],
    })),
  }))
}
