import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { crossValidate } from '@/engine/train/cross-validate'
import { collectPapers } from '@/engine/train/papers'
import { printScores, printSummary } from '@/engine/train/report'
import { toSamples } from '@/engine/train/samples'
import { toReceiptTruth } from '@/engine/train/transcripts'
import { readSample } from './extract-sample'
import type { BenchSettings } from './folder'

const madePapers = 3_000
const epochs = 10

const pictureSchema = z.object({
  file: z.string(),
  id: z.string(),
  fold: z.number(),
  labels: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})

/**
 * Cross-validation on the labelled data that the weights come from: each paper is read with weights that saw no paper
 * of its company. Transcripts test the choosing alone, pictures the reading too.
 */
export async function benchTraining(settings: BenchSettings): Promise<void> {
  const { papers, copies } = collectPapers({ folder: settings.folder, made: madePapers })
  const groups = new Map(papers.map(({ paper }) => [paper.id, paper.group]))
  const pictures = []
  for (const { file, id, fold, labels } of readPictures(settings)) {
    const reading = await readSample({ ...settings, folder: join(settings.folder, 'pictures'), file })
    const truth = toReceiptTruth(labels)
    pictures.push(
      toSamples({
        paper: { id, source: 'pictures', fold, group: groups.get(id) ?? id, reading, truth },
        weight: 0,
      }),
    )
  }
  const predictions = crossValidate({ papers, copies, heldOut: pictures, epochs })
  printScores(predictions)
  printSummary(predictions)
}

function readPictures({ folder, only = '' }: BenchSettings): z.infer<typeof pictureSchema>[] {
  return readFileSync(join(folder, 'pictures/labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => pictureSchema.parse(JSON.parse(line)))
    .filter(({ file }) => file.includes(only))
}
