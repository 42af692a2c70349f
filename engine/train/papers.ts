import { randomFrom } from './fit'
import { generatePapers } from './generated'
import { type PaperSamples, toSamples } from './samples'
import type { TrainingPaper } from './training-paper'
import { readTranscripts, withoutBlanks } from './transcripts'

/** What the made papers weigh in training against one of a company's real ones. */
const madeWeight = 0.6
const copyShare = 0.5
/** Companies with many papers are heard by the root of their number. */
const ownPapers = 4

/** The labelled papers of a data folder and those of the generator, as samples; and copies whose words run together. */
export function collectPapers({ folder, made }: { folder: string; made: number }): {
  papers: PaperSamples[]
  copies: PaperSamples[]
} {
  const receipts = readTranscripts({ folder, file: 'sroie.jsonl' })
  const labelled = [...receipts, ...readTranscripts({ folder, file: 'invoices.jsonl' })]
  const weigh = weightsByGroup(labelled)
  const random = randomFrom(3)
  const papers = labelled.map((paper) => toSamples({ paper, weight: weigh(paper) }))
  const copies = receipts.map((paper) =>
    toSamples({ paper: withoutBlanks({ paper, random }), weight: weigh(paper) * copyShare }),
  )
  for (const paper of generatePapers({ count: made, firstSeed: 1 }))
    papers.push(toSamples({ paper, weight: madeWeight }))
  return { papers, copies }
}

function weightsByGroup(papers: TrainingPaper[]): (paper: TrainingPaper) => number {
  const counts = new Map<string, number>()
  for (const { group } of papers) counts.set(group, (counts.get(group) ?? 0) + 1)
  return ({ group }) => Math.min(1, Math.sqrt(ownPapers / (counts.get(group) ?? 1)))
}
