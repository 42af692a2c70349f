import { parseArgs } from 'node:util'
import { oddities } from '../papers/series/supplier-traits'
import { readSeries } from './learning/read-series'
import { type Mark, type Share, scoreSeries, scoreStrangers, shareOf, teachAll } from './learning/score'

/**
 * What corrections of a supplier's first papers do for its others, on made papers:
 * `npm run bench:learning [-- --seed 1 --suppliers 40 --papers 10 --told]`. `--told` names what was lost.
 */
const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    suppliers: { type: 'string', default: '40' },
    papers: { type: 'string', default: '10' },
    told: { type: 'boolean', default: false },
  },
})
const [seed, suppliers, papers] = [Number(options.seed), Number(options.suppliers), Number(options.papers)]

const oddityOf = (at: number) => oddities[at % oddities.length] ?? 'plain'
const read = ({ from, count, each }: { from: number; count: number; each: number }) =>
  Array.from({ length: count }, (_, at) =>
    readSeries({ seed: from + at * 101, count: each, oddity: oddityOf(at) }),
  )
const taught = Math.floor(papers / 2)
const series = read({ from: seed * 100_000, count: suppliers, each: papers })
const marks = scoreSeries({ series, taught })
const strangers = scoreStrangers({
  strangers: read({ from: seed * 100_000 + 50_000, count: suppliers, each: 3 }),
  known: teachAll({ series, taught }),
})

const print = (line: string) => process.stdout.write(`${line}\n`)
const percent = (part: number, all: number) =>
  all === 0 ? '    –' : `${((100 * part) / all).toFixed(1).padStart(5)}`

print(
  `${suppliers} suppliers, ${papers} papers each, seed ${seed}: values of the second halves that are right, in %`,
)
print('                      values  without   with  points  lost  made up')
const row = (name: string, some: Mark[]) => {
  const { all, before, after, lost, madeUp }: Share = shareOf(some)
  const points = percent(after - before, all)
  print(
    `${name.padEnd(20)} ${String(all).padStart(7)}  ${percent(before, all)}  ${percent(after, all)}  ${points}  ${String(lost).padStart(4)}  ${String(madeUp).padStart(7)}`,
  )
}
row(
  'read wrongly',
  marks.filter(({ wasWrong }) => wasWrong),
)
row(
  'all others',
  marks.filter(({ wasWrong }) => !wasWrong),
)
row('never taught', strangers)
for (const oddity of oddities)
  row(
    `  ${oddity}`,
    marks.filter(({ supplier }) => oddityOf(supplier) === oddity),
  )
for (const path of new Set(marks.map((mark) => mark.path)))
  row(
    `  ${path}`,
    marks.filter((mark) => mark.path === path),
  )
if (options.told)
  for (const { supplier, path, before, after, truth, kind } of marks.filter(
    (mark) => mark.kind && mark.after !== mark.truth,
  ))
    print(`${supplier} ${path} (${kind}): ${before} → ${after}, is ${truth}`)
