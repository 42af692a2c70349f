import type { SchemaTask } from './labels'
import { print } from './report'
import { isSame } from './score'

export type SchemaMark = {
  file: string
  path: string
  wanted: unknown
  got: unknown
  verdict: 'right' | 'wrong' | 'missing' | 'made up'
}

/**
 * Compares what a schema step found with the exact JSON that a task expects, value by value; rows by their order on
 * the page. A value where the task has none is made up, and so are rows beyond those expected.
 */
export function scoreSchemaTask({
  task,
  data,
}: {
  task: SchemaTask
  data: Record<string, unknown>
}): SchemaMark[] {
  const wanted = leavesOf({ value: task.expected, path: '' })
  const got = leavesOf({ value: data, path: '' })
  return [...new Set([...wanted.keys(), ...got.keys()])].map((path) => {
    const [want, have] = [wanted.get(path), got.get(path)]
    return { file: task.file, path, wanted: want, got: have, verdict: judge({ want, have }) }
  })
}

function judge({ want, have }: { want: unknown; have: unknown }): SchemaMark['verdict'] {
  if (want === undefined) return 'made up'
  if (have === undefined) return 'missing'
  return isSame({ a: want, b: have }) ? 'right' : 'wrong'
}

/** Every single value by its path; keys that begin with `_` are no values. */
function leavesOf({ value, path }: { value: unknown; path: string }): Map<string, unknown> {
  if (value === null || value === undefined) return new Map()
  if (typeof value !== 'object') return new Map([[path, value]])
  return new Map(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('_'))
      .flatMap(([key, inner]) => [...leavesOf({ value: inner, path: path ? `${path}.${key}` : key })]),
  )
}

/** Misses one by one when told, then precision and recall over all leaves. */
export function printSchemaMarks({ marks, isTold }: { marks: SchemaMark[]; isTold: boolean }): void {
  for (const mark of marks.filter(({ verdict }) => isTold && verdict !== 'right')) {
    print(
      `  ${mark.file}  ${mark.path}: ${mark.verdict}, wanted ${JSON.stringify(mark.wanted)}, got ${JSON.stringify(mark.got)}`,
    )
  }
  print(`\nown schemas: ${new Set(marks.map(({ file }) => file)).size} documents; ${rates(marks)}`)
  const isInRow = ({ path }: SchemaMark) => /\.\d+(?:\.|$)/.test(path)
  print(`  single values: ${rates(marks.filter((mark) => !isInRow(mark)))}`)
  const inRows = marks.filter(isInRow)
  print(`  rows of lists: ${rates(inRows)}`)
  const wrong = inRows.filter(({ verdict }) => verdict === 'wrong')
  const moved = wrong.filter(({ file, path, got }) =>
    inRows.some(
      (other) =>
        other.file === file && columnOf(other) === columnOf({ path }) && isSame({ a: other.wanted, b: got }),
    ),
  )
  const types = ['string', 'number', 'boolean'].map(
    (type) => `${wrong.filter(({ wanted }) => typeof wanted === type).length} ${type}s`,
  )
  print(
    `  of ${wrong.length} wrong ones in rows ${moved.length} stand in other rows of their column; ${types.join(', ')}; in ${new Set(wrong.map(({ file }) => file)).size} documents`,
  )
}

function columnOf({ path }: Pick<SchemaMark, 'path'>): string {
  return path.replace(/\.\d+(?=\.|$)/g, '')
}

function rates(marks: SchemaMark[]): string {
  const count = (verdict: SchemaMark['verdict']) => marks.filter((mark) => mark.verdict === verdict).length
  const right = count('right')
  const given = marks.length - count('missing')
  const wanted = marks.length - count('made up')
  return `of what is returned right ${shareOf(right, given)}, of the leaves found ${shareOf(right, wanted)}, made up ${count('made up')}`
}

function shareOf(part: number, whole: number): string {
  return `${(part / Math.max(1, whole)).toFixed(3)} (${part}/${whole})`
}
