import type { SchemaTask } from './labels'
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

/** Misses one by one, then a line for each task. */
export function printSchemaMarks(marks: SchemaMark[]): void {
  for (const mark of marks.filter(({ verdict }) => verdict !== 'right')) {
    print(
      `  ${mark.file}  ${mark.path}: ${mark.verdict}, wanted ${JSON.stringify(mark.wanted)}, got ${JSON.stringify(mark.got)}`,
    )
  }
  print(`\n${'schema task'.padEnd(32)}${'exact'.padEnd(20)}made up`)
  const files = [...new Set(marks.map(({ file }) => file))]
  for (const file of files) print(line({ title: file, marks: marks.filter((mark) => mark.file === file) }))
  if (files.length > 1) print(line({ title: 'all', marks }))
}

function line({ title, marks }: { title: string; marks: SchemaMark[] }): string {
  const labelled = marks.filter(({ verdict }) => verdict !== 'made up').length
  const right = marks.filter(({ verdict }) => verdict === 'right').length
  const share = labelled === 0 ? '-' : `${(right / labelled).toFixed(3)} (${right}/${labelled})`
  return `${title.padEnd(32)}${share.padEnd(20)}${marks.length - labelled}`
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
