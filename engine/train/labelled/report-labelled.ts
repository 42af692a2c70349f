import { print } from '../report'
import type { LabelledPrediction } from './train-labelled'

/** Of what was chosen at least so surely, how much is right; and how much of what is printed was found. */
export function printLabelled({
  predictions,
  certaintyOf,
}: {
  predictions: LabelledPrediction[]
  certaintyOf: (share: number) => number
}): void {
  for (const from of [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95])
    print(`certainty ≥ ${from}: ${rates({ predictions, from, certaintyOf })}`)
  const by = (name: string, keyOf: (one: LabelledPrediction) => string) => {
    print(`\nby ${name}, certainty ≥ ${shownFrom}`)
    for (const key of [...new Set(predictions.map(keyOf))].sort()) {
      const own = predictions.filter((one) => keyOf(one) === key)
      print(`  ${key.padEnd(16)} ${rates({ predictions: own, from: shownFrom, certaintyOf })}`)
    }
  }
  by('kind', ({ sample }) => sample.field.kind)
  by('language', ({ form }) => form.language)
  by('print', ({ form }) => (form.isNoisy ? 'misread' : 'exact'))
  by('depth', ({ sample }) => (sample.field.path.length > 1 ? 'nested' : 'flat'))
}

const shownFrom = 0.7

function rates({
  predictions,
  from,
  certaintyOf,
}: {
  predictions: LabelledPrediction[]
  from: number
  certaintyOf: (share: number) => number
}): string {
  const printed = predictions.filter(({ sample }) => sample.truth !== undefined)
  const findable = printed.filter(({ sample }) => sample.isRight.slice(0, -1).includes(true))
  const predicted = predictions.filter(({ outcome }) => outcome && certaintyOf(outcome.share) >= from)
  const right = predicted.filter(({ outcome }) => outcome?.isRight).length
  const madeUp = predicted.filter(({ sample }) => sample.truth === undefined).length
  const share = (part: number, all: number) => (part / Math.max(1, all)).toFixed(3)
  return `right ${share(right, predicted.length)}, found ${share(right, printed.length)}, of ${printed.length} (among candidates ${share(findable.length, printed.length)}), made up ${madeUp}`
}
