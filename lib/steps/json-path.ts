/** One step of a path: a key, a place in a list, or each entry of a list. */
type PathStep = string | number | typeof each
export const each = Symbol('each entry')
export type JsonPath = PathStep[]

const maxSteps = 20
const dotted = /^\.?([\p{L}_$][\p{L}\p{N}_$-]*)/u
const bracketed = /^\[(?:(\d{1,6})|(\*)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\]/

/**
 * Reads `$.supplier.name`, `$.line_items[*].amount`, `$['odd key']` and `/supplier/name` (RFC 6901). Nothing else of
 * JSONPath: no search, no filters, no expressions. Null for all else.
 */
export function parseJsonPath(text: string): JsonPath | null {
  if (text.startsWith('/')) return parsePointer(text)
  const path: JsonPath = []
  let rest = text.replace(/^\$(?=$|[.[])/, '')
  while (rest) {
    const name = rest.match(dotted)
    const bracket = rest.match(bracketed)
    const [whole = '', key = ''] = name ?? []
    if (name) path.push(key)
    else if (bracket) path.push(bracketStep(bracket))
    else return null
    rest = rest.slice((bracket?.[0] ?? whole).length)
    if (path.length > maxSteps) return null
  }
  return path.length > 0 ? path : null
}

function bracketStep([, index, star, single, double]: RegExpMatchArray): PathStep {
  if (index !== undefined) return Number(index)
  return star ? each : (single ?? double ?? '').replace(/\\(.)/g, '$1')
}

function parsePointer(text: string): JsonPath | null {
  const keys = text.slice(1).split('/')
  if (keys.length > maxSteps) return null
  return keys.map((key) => {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~')
    if (name === '*') return each
    return /^(0|[1-9]\d{0,5})$/.test(name) ? Number(name) : name
  })
}

/** What a path leads to; of a path through each entry of a list, all it leads to. Never what an object inherits. */
export function resolvePath({ value, path }: { value: unknown; path: JsonPath }): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (step === each) {
    if (!Array.isArray(value)) return undefined
    return value.map((entry) => resolvePath({ value: entry, path: rest }))
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
  if (Array.isArray(value) && typeof step !== 'number') return undefined
  return resolvePath({ value: (value as Record<string | number, unknown>)[step], path: rest })
}

/** The list whose entries are rows, and the way from an entry on; null of a path to one value of the whole. */
export function splitAtList(path: JsonPath): { list: JsonPath; rest: JsonPath } | null {
  const at = path.indexOf(each)
  return at < 0 ? null : { list: path.slice(0, at), rest: path.slice(at + 1) }
}

/** Writes a path as it is read. */
export function formatJsonPath(path: JsonPath): string {
  const steps = path.map((step) => {
    if (step === each) return '[*]'
    if (typeof step === 'number') return `[${step}]`
    return dotted.exec(step)?.[0] === step && !step.startsWith('.')
      ? `.${step}`
      : `['${step.replace(/[\\']/g, '\\$&')}']`
  })
  return `$${steps.join('')}`
}
