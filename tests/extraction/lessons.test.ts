import { beforeAll, describe, expect, it } from 'vitest'
import { isSame } from '@/lib/lessons/rules/paper'
import { type ReadPaper, readSeries, scoredPaths } from '../bench/learning/read-series'
import { type Mark, scoreSeries, shareOf } from '../bench/learning/score'
import { oddities } from '../papers/series/supplier-traits'

/** A part of `npm run bench:learning`: one supplier of each oddity, from a seed that the bench is not told. */
const taught = 4
let series: ReadPaper[][] = []
let marks: Mark[] = []
beforeAll(() => {
  series = oddities.map((oddity, at) => readSeries({ seed: 9_000_000 + at * 101, count: 8, oddity }))
  marks = scoreSeries({ series, taught })
})

describe('what was corrected on a supplier’s first papers', () => {
  it('is right on the others, where they were read wrongly', () => {
    const { all, before, after } = shareOf(marks.filter(({ wasWrong }) => wasWrong))
    expect(all).toBeGreaterThanOrEqual(8)
    expect((after - before) / all).toBeGreaterThan(0.1)
  })

  it('costs nothing elsewhere, and makes nothing up', () => {
    expect(shareOf(marks)).toMatchObject({ lost: 0, madeUp: 0 })
  })
})

it('one wrong correction changes no value of the papers that follow', () => {
  const after = (some: ReadPaper[][]) => scoreSeries({ series: some, taught }).map((mark) => mark.after)
  const expected = after(series)
  for (const path of scoredPaths) {
    const poisoned = series.map(([first, ...others]) =>
      first ? [poison({ paper: first, path }), ...others] : [],
    )
    const changed = after(poisoned).filter(
      (value, at) => !isSame({ one: value, other: expected[at] ?? null }),
    )
    expect({ path, changed }).toEqual({ path, changed: [] })
  }
})

/** As if somebody had typed what stands elsewhere on the paper. */
function poison({ paper, path }: { paper: ReadPaper; path: string }): ReadPaper {
  const { example } = paper
  const wrong = typeof example.truth[path] === 'number' ? 4711.08 : 'wrong 4711'
  return { ...paper, example: { ...example, truth: { ...example.truth, [path]: wrong } } }
}
