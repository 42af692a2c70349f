import type { JsonSchema } from '../extract/schema/json-schema'
import { isObject } from '../extract/schema/paths'
import { readSchemaFields } from '../extract/schema/read-schema'
import type { Page, Reading } from '../readers/reading'
import { type Finding, isOfFile } from './finding'

/** What the rules left open or doubtful, with all that it takes to have a model read it and to find its answers on the page. */
export type LlmRequest = {
  schema: JsonSchema
  /** Paths of the values and lists to ask for. */
  openFields: string[][]
  pages: Page[]
  isProven: boolean
  /** Findings that answers do not change: of the file, and of numbers printed with wrong check digits. */
  lasting: Finding[]
}

/** Less sure than this, a value is asked for as well. */
const doubtfulBelow = 0.55

/**
 * What may be asked of a model; null when nothing is open or nothing is printed.
 * @param maxPromptChars of the document's text; pages beyond it are left out
 */
export function toLlmRequest({
  schema,
  data,
  findings,
  reading,
  isProven,
  maxPromptChars,
}: {
  schema: JsonSchema
  data: Record<string, unknown>
  findings: Finding[]
  reading: Reading
  isProven: boolean
  maxPromptChars: number
}): LlmRequest | null {
  const { values, lists } = readSchemaFields(schema)
  const doubted = new Set(findings.flatMap(({ code, fields }) => (code === 'due_date.early' ? [] : fields)))
  const isOpen = (path: string[]) =>
    valueAt({ tree: data, path }) === undefined || isUnsure({ data, path }) || doubted.has(path.join('.'))
  const openFields = [...values, ...lists].map(({ path }) => path).filter(isOpen)
  const pages = pagesUpTo({ reading, maxPromptChars })
  if (openFields.length === 0 || pages.length === 0) return null
  const lasting = findings.filter((finding) => isOfFile(finding) || finding.code.endsWith('check_digits'))
  return { schema, openFields, pages, isProven, lasting }
}

function isUnsure({ data, path }: { data: Record<string, unknown>; path: string[] }): boolean {
  const proof = valueAt({ tree: data._evidence, path })
  return isObject(proof) && typeof proof.confidence === 'number' && proof.confidence < doubtfulBelow
}

export function valueAt({ tree, path }: { tree: unknown; path: string[] }): unknown {
  return path.reduce<unknown>(
    (at, name) => (isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined),
    tree,
  )
}

function pagesUpTo({ reading, maxPromptChars }: { reading: Reading; maxPromptChars: number }): Page[] {
  let left = maxPromptChars
  return reading.pages.flatMap((page) => {
    const words = page.words.filter(({ text }) => {
      left -= text.length + 1
      return left >= 0
    })
    return words.length > 0 ? [{ ...page, words }] : []
  })
}
