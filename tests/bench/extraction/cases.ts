import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { extractSample } from './extract-sample'
import type { BenchSettings } from './folder'
import { print } from './report'
import { isSame } from './score'

const caseSchema = z.object({
  kind: z.string(),
  guard: z.boolean(),
  step: z.string(),
  expected: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  must_say: z.string().optional(),
  or_say: z.string().optional(),
  /** Records of which one must come out whole, where several are fair. */
  one_of: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))).optional(),
})
type FaultCase = z.infer<typeof caseSchema>

const casesSchema = z.record(z.string(), caseSchema)

export type CaseOutcome = {
  file: string
  kind: string
  /** Whether it passed before the fault was mended, and must go on passing. */
  isGuard: boolean
  isPassed: boolean
  /** What was wrong with it, for people. */
  misses: string
}

/** Fault cases by their kind: files with the values that must come out, or what must be said of them. */
export async function benchCases(settings: BenchSettings): Promise<void> {
  const outcomes = await runCases(settings)
  for (const { file, misses } of outcomes.filter(({ isPassed }) => !isPassed && settings.isTold))
    print(`  ${file}  ${misses}`)
  const guards = outcomes.filter(({ isGuard }) => isGuard)
  const told = (some: CaseOutcome[]) => `${some.filter(({ isPassed }) => isPassed).length} of ${some.length}`
  print(`\nfault cases: ${told(outcomes)}; guards ${told(guards)}`)
  for (const [kind, some] of byKind(outcomes)) print(`  ${kind.padEnd(40)} ${told(some)}`)
}

/** Reads the fault cases of a folder. */
export async function runCases(settings: Omit<BenchSettings, 'isTold'>): Promise<CaseOutcome[]> {
  const { folder, only = '' } = settings
  const outcomes: CaseOutcome[] = []
  for (const [file, one] of readCases(folder)) {
    if (!file.includes(only)) continue
    const extracted = await extractSample({ ...settings, file, pipeline: one.step })
    outcomes.push({ file, kind: one.kind, isGuard: one.guard, ...judge({ one, ...extracted }) })
  }
  return outcomes
}

/** The cases of a folder by the names of their files. */
export function readCases(folder: string): [file: string, one: FaultCase][] {
  return Object.entries(casesSchema.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))))
}

export function byKind(outcomes: CaseOutcome[]): [kind: string, outcomes: CaseOutcome[]][] {
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort()
  return kinds.map((kind) => [kind, outcomes.filter((one) => one.kind === kind)])
}

function judge({
  one,
  data,
  says,
}: {
  one: FaultCase
  data: Record<string, unknown>
  says: string[]
}): Pick<CaseOutcome, 'isPassed' | 'misses'> {
  const isSaid = (pattern: string | undefined) =>
    pattern !== undefined && says.some((text) => new RegExp(pattern.replace('(?i)', ''), 'i').test(text))
  const wrong = Object.entries(one.expected).filter(([key, value]) => !holds({ value, got: data[key] }))
  const isOne = (one.one_of ?? []).length === 0 || one.one_of?.some((record) => holdsAll({ record, data }))
  const isMet = Boolean(isOne) && (wrong.length === 0 || isSaid(one.or_say))
  const misses = wrong.map(
    ([key, value]) => `${key}: ${JSON.stringify(value)} ≠ ${JSON.stringify(data[key])}`,
  )
  const said = one.must_say || one.or_say ? [`says ${JSON.stringify(says)}`] : []
  return {
    isPassed: isMet && (one.must_say === undefined || isSaid(one.must_say)),
    misses: [...misses, ...said].join('; '),
  }
}

type Expected = string | number | null

function holds({ value, got }: { value: Expected; got: unknown }): boolean {
  return value === null ? got === undefined || got === null : isSame({ a: value, b: got })
}

function holdsAll({
  record,
  data,
}: {
  record: { [key: string]: Expected }
  data: Record<string, unknown>
}): boolean {
  return Object.entries(record).every(([key, value]) => holds({ value, got: data[key] }))
}
