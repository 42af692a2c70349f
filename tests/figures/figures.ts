import path from 'node:path'
import { percentile } from '../bench/engine/numbers'
import { countLines, type Measured, measureFile } from './measure-file'
import type { Kind, TrackedFile } from './tracked-files'

export type MeasuredFile = Omit<TrackedFile, 'text'> & Measured

const parsed: Kind[] = ['source', 'test', 'papers', 'bench']

export function measureAll(files: TrackedFile[]): MeasuredFile[] {
  return files.map(({ text, ...file }) => {
    const unparsed = { ...countLines(text), commentOnly: 0, functions: [], anys: 0 }
    return { ...file, ...(parsed.includes(file.kind) ? measureFile({ path: file.path, text }) : unparsed) }
  })
}

export type Row = { figure: string; now: string }

/** What a source file is, rows by folder: files, lines, and the lines of tests beside them or in `tests/`. */
export function folderRows(files: MeasuredFile[]): Row[] {
  const folders = [...new Set(files.filter(isSource).map((file) => file.folder))].sort()
  const rows = folders.map((folder) => {
    const inside = files.filter((file) => file.folder === folder)
    const beside = inside.filter((file) => file.kind === 'test')
    return {
      figure: folder === '.' ? 'at the root' : `${folder}/`,
      now: `${sizeOf(inside.filter(isSource))}; tests beside ${lineSum(beside)} = ${ratio(beside, inside.filter(isSource))}`,
    }
  })
  const source = files.filter(isSource)
  const tests = files.filter((file) => file.kind === 'test')
  const apart = (kind: Kind) => sizeOf(files.filter((file) => file.kind === kind))
  return [
    { figure: '**source, files / lines**', now: sizeOf(source) },
    ...rows,
    {
      figure: 'apart: JSON · CSS · migrations',
      now: `${apart('json')} · ${apart('css')} · ${apart('migrations')}`,
    },
    { figure: '**test : source**', now: `${ratio(tests, source)} (${sizeOf(tests)})` },
    {
      figure: 'apart: generator of papers · benches and figures',
      now: `${apart('papers')} · ${apart('bench')}`,
    },
  ]
}

export function shapeRows(files: MeasuredFile[]): Row[] {
  const source = files.filter(isSource)
  const nonBlank = sum(source.map((file) => file.nonBlank))
  const comments = sum(source.map((file) => file.commentOnly))
  const anys = sum(source.map((file) => file.anys))
  const functions = source.flatMap((file) => file.functions.map((one) => ({ ...one, path: file.path })))
  const longest = functions.reduce((a, b) => (b.lines > a.lines ? b : a), { name: '', path: '', lines: 0 })
  const long = source.reduce((a, b) => (b.lines > a.lines ? b : a), { path: '', lines: 0 })
  return [
    { figure: 'lines of files: median / p90 / max', now: `${spread(source)} \`${long.path}\`` },
    { figure: 'lines of functions: median / p90 / max', now: `${spread(functions)} \`${longest.name}\`` },
    {
      figure: 'comment share (comment-only ÷ non-blank lines)',
      now: `${((100 * comments) / nonBlank).toFixed(1)} %`,
    },
    {
      figure: '`any` per 1,000 lines',
      now: ((1000 * anys) / sum(source.map((file) => file.lines))).toFixed(2),
    },
  ]
}

export function layoutRows(files: MeasuredFile[]): Row[] {
  const counted = files.filter((file) => ['source', 'test', 'css', 'papers', 'bench'].includes(file.kind))
  const halls = [...countBy(counted, (file) => path.dirname(file.path))].sort((a, b) => b[1] - a[1])
  const [hall, size] = halls[0] ?? ['', 0]
  const atRoot = files.filter((file) => file.folder === '.').length
  const folders = new Set(files.map((file) => file.folder)).size - 1
  const migrations = countBy(
    files.filter((file) => file.kind === 'migrations' && file.path.endsWith('.sql')),
    (file) => path.dirname(file.path),
  )
  return [
    { figure: 'largest flat folder, tests counted', now: `${size} \`${hall}/\`` },
    { figure: 'entries at the root: folders / files', now: `${folders} / ${atRoot}` },
    {
      figure: 'migrations',
      now: [...migrations].map(([folder, count]) => `${count} \`${folder}/\``).join(', '),
    },
  ]
}

export function toMarkdown(rows: Row[]): string {
  return [
    '| figure | now |',
    '| --- | --- |',
    ...rows.map(({ figure, now }) => `| ${figure} | ${now} |`),
  ].join('\n')
}

const isSource = (file: MeasuredFile) => file.kind === 'source'
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const lineSum = (files: MeasuredFile[]) => sum(files.map((file) => file.lines)).toLocaleString('en')
const sizeOf = (files: MeasuredFile[]) => `${files.length} / ${lineSum(files)}`

const ratio = (tests: MeasuredFile[], source: MeasuredFile[]) =>
  (sum(tests.map((file) => file.lines)) / Math.max(1, sum(source.map((file) => file.lines)))).toFixed(2)

function spread(measured: { lines: number }[]): string {
  const values = measured.map((one) => one.lines)
  if (values.length === 0) return '–'
  return [0.5, 0.9, 1].map((share) => percentile({ values, share })).join(' / ')
}

function countBy<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}
