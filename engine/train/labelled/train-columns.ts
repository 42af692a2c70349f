import { shareOf } from '@/engine/extract/labelled/trust-lists'
import { certaintyOf, type FieldWeights } from '@/engine/extract/ranking/weights'
import { calibrate } from '../calibrate'
import { fitWeights, type Sample } from '../fit'
import { foldCount } from '../generated'
import { print } from '../report'
import type { ColumnSample, FormSamples } from './forms'

type Judged = { column: ColumnSample; share: number }

/** Fits the weights that tell columns which were read row for row from others, and tells how they do on unseen kinds. */
export function trainColumns({ forms, epochs }: { forms: FormSamples[]; epochs: number }): FieldWeights {
  const judged: Judged[] = []
  for (let fold = 0; fold < foldCount; fold += 1) {
    const weights = fitWeights({ samples: samplesOf(forms.filter((form) => form.fold !== fold)), epochs })
    for (const { columns } of forms.filter((form) => form.fold === fold))
      for (const column of columns)
        judged.push({ column, share: shareOf({ places: column.places, weights }) })
  }
  const calibration = calibrate(
    judged.flatMap(({ column: { right, total }, share }) => {
      // A long column counts as three cells; else a few tables would be all that is heard.
      const cells = Math.min(3, total)
      return Array.from({ length: cells }, (_, at) => ({
        share,
        isRight: (at + 0.5) / cells < right / total,
      }))
    }),
  )
  for (const from of [0, 0.5, 0.7, 0.8, 0.9, 0.95]) {
    const kept = judged.filter(({ share }) => certaintyOf({ share, calibration }) >= from)
    const sum = (key: 'right' | 'total', of: Judged[]) => of.reduce((all, { column }) => all + column[key], 0)
    const [right, total, all] = [sum('right', kept), sum('total', kept), sum('right', judged)]
    print(
      `columns, certainty ≥ ${from}: right ${(right / total).toFixed(3)} of ${total}, kept ${(right / all).toFixed(3)} of the right ones`,
    )
  }
  return { weights: fitWeights({ samples: samplesOf(forms), epochs }), calibration }
}

const nothing = new Int32Array()

function samplesOf(forms: FormSamples[]): Sample[] {
  return forms.flatMap(({ columns }) =>
    columns.map(({ places, right, total }) => {
      const isRight = right >= 0.8 * total
      return {
        choices: [places, nothing],
        isRight: [isRight, !isRight],
        weight: Math.min(1, 0.3 + total / 10),
      }
    }),
  )
}
