import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { extractSample } from './extract-sample'
import type { BenchSettings } from './folder'
import { print } from './report'
import { isSame } from './score'

const casesSchema = z.record(
  z.string(),
  z.object({
    kind: z.string(),
    guard: z.boolean(),
    step: z.string(),
    expected: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    must_say: z.string().optional(),
    or_say: z.string().optional(),
    /** Records of which one must come out whole, where several are fair. */
    one_of: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))).optional(),
  }),
)

/** Fault cases by their kind: files with the values that must come out, or what must be said of them. */
export async function benchCases(settings: BenchSettings): Promise<void> {
  const { folder, isTold, only = '' } = settings
  const cases = casesSchema.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')))
  const kinds = new Map<string, { passed: number; all: number }>()
  let guards = 0
  let guardsPassed = 0
  for (const [file, one] of Object.entries(cases)) {
    if (!file.includes(only)) continue
    const { data, says } = await extractSample({ ...settings, file, pipeline: one.step })
    const isSaid = (pattern: string | undefined) =>
      pattern !== undefined && says.some((text) => new RegExp(pattern.replace('(?i)', ''), 'i').test(text))
    const wrong = Object.entries(one.expected).filter(([key, value]) => !holds({ value, got: data[key] }))
    const isOne = (one.one_of ?? []).length === 0 || one.one_of?.some((record) => holdsAll({ record, data }))
    const isMet = isOne && (wrong.length === 0 || isSaid(one.or_say))
    const isPassed = isMet && (one.must_say === undefined || isSaid(one.must_say))
    const kind = kinds.get(one.kind) ?? { passed: 0, all: 0 }
    kinds.set(one.kind, { passed: kind.passed + Number(isPassed), all: kind.all + 1 })
    guards += Number(one.guard)
    guardsPassed += Number(one.guard && isPassed)
    if (isPassed || !isTold) continue
    const misses = wrong.map(
      ([key, value]) => `${key}: ${JSON.stringify(value)} ≠ ${JSON.stringify(data[key])}`,
    )
    print(
      `  ${file}  ${misses.join('; ')}${one.must_say || one.or_say ? ` | says ${JSON.stringify(says)}` : ''}`,
    )
  }
  const all = [...kinds.values()].reduce((sum, one) => sum + one.all, 0)
  const passed = [...kinds.values()].reduce((sum, one) => sum + one.passed, 0)
  print(`\nfault cases: ${passed} of ${all}; guards ${guardsPassed} of ${guards}`)
  for (const [kind, one] of [...kinds].sort()) print(`  ${kind.padEnd(40)} ${one.passed} of ${one.all}`)
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
