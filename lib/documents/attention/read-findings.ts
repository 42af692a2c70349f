import { z } from 'zod'
import type { FindingItem } from '../model/review-item'

const messageList = z.object({
  count: z.number().int().catch(0),
  messages: z.array(z.string()).catch([]),
})
const nothing = { count: 0, messages: [] }
const validationSchema = z.object({
  errors: messageList.catch(nothing),
  warnings: messageList.catch(nothing),
})

const codedSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  fields: z.array(z.string()).catch([]),
  values: z.record(z.string(), z.union([z.string(), z.number()])).catch({}),
  message: z.string(),
})
type Coded = z.infer<typeof codedSchema>
type Severity = Coded['severity']

export type Checked = { result: Record<string, unknown>; validation: unknown }

/**
 * What the service's checks found, one by one: with code and fields where the result says so (`_validation`, which the
 * engine in the box writes), else in its words; with neither where it only counted them.
 */
export function readFindings({ result, validation }: Checked): FindingItem[] {
  const coded = readCoded(result)
  const told = validationSchema.safeParse(validation)
  if (!told.success)
    return coded.map((finding, at) => ({ ...finding, kind: 'finding', id: idOf(finding.severity, at) }))
  const rest = [...coded]
  return (['error', 'warning'] as const).flatMap((severity) =>
    listMessages(told.data[`${severity}s`]).map((message, at) => {
      const known = takeFirst(rest, (one) => one.message === message && one.severity === severity)
      const plain = { severity, code: null, fields: [], values: {}, message }
      return { ...(known ?? plain), kind: 'finding' as const, id: idOf(severity, at) }
    }),
  )
}

/** Apart from every path of a value: keys that begin with `_` are none. */
const idOf = (severity: Severity, at: number) => `_${severity}.${at}`

function listMessages({ count, messages }: z.infer<typeof messageList>): string[] {
  return [...messages, ...Array.from({ length: Math.max(0, count - messages.length) }, () => '')]
}

function readCoded(result: Record<string, unknown>): Coded[] {
  const parsed = z.array(codedSchema).safeParse(result._validation)
  return parsed.success ? parsed.data : []
}

function takeFirst<Item>(items: Item[], isWanted: (item: Item) => boolean): Item | undefined {
  const at = items.findIndex(isWanted)
  return at < 0 ? undefined : items.splice(at, 1)[0]
}
