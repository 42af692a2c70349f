import vm from 'node:vm'
import { type Node, parseSource, walk } from '../figures/syntax'
import type { SourceFile } from './source-files'

export type Expression = { place: string; source: string; flags: string }

/** The regular expressions that stand in a file. */
export function listExpressions({ path, text }: SourceFile): Expression[] {
  const found: Expression[] = []
  walk(parseSource({ path, text }).program, (node) => {
    if (node.type === 'RegExpLiteral') found.push(toExpression({ path, text, node }))
    return true
  })
  return found
}

/** Those that are put together while something is loaded, of words and marks that stand in data. */
export async function listBuilt(load: () => Promise<unknown>): Promise<Expression[]> {
  const found: Expression[] = []
  const Own = RegExp
  globalThis.RegExp = new Proxy(Own, {
    construct: (target, input: [string | RegExp, string?]) => {
      const built = new target(...input)
      found.push({ place: 'built', source: built.source, flags: built.flags })
      return built
    },
  })
  try {
    await load()
  } finally {
    globalThis.RegExp = Own
  }
  return found
}

function toExpression({ path, text, node }: { path: string; text: string; node: Node }): Expression {
  const line = text.slice(0, node.start).split('\n').length
  return { place: `${path}:${line}`, source: String(node.pattern), flags: String(node.flags) }
}

/** What such expressions run over again and again: signs, letters and figures of several kinds, and pairs of them. */
const units = [
  ...' 01aA.,-/_"<>@:;()\n\tá€$#%[{\\\'&=|*+\u00a0Ñß',
  ...['1 ', 'a ', '1.', '1,', 'a.', 'a-', ' .', '1-', 'a@', '.a', ' \n', 'A.', '1/', 'a1', '-1', 'a,', 'a:'],
  ...[': ', 'a/', '0-', 'A ', 'Aa ', '1 1,', 'aB', 'a\n', '<a', 'a&', '="', '.1 ', '1 000 ', 'S.A. '],
]

/** Texts of so many characters that such an expression may find hard: what it looks for, without an end. */
function hostileTexts({ source, length }: { source: string; length: number }): string[] {
  const words = [...new Set(source.match(/\p{L}{2,}/gu) ?? [])].slice(0, 8)
  return [...units, ...words, ...words.map((word) => `${word} `)].flatMap((unit) => {
    const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length - 1)
    return [text, `${text}\u0001`]
  })
}

const trial = vm.createContext({})
const lookEverywhere = new vm.Script("pattern.lastIndex = 0; text.replace(pattern, ''); void 0")

type Trial = { pattern: RegExp; text: string; longestMs: number }

/** CPU time, in ms, that finding all in a text takes; infinite where `longestMs` by the clock did not do. */
function cpuMs({ pattern, text, longestMs }: Trial): number {
  Object.assign(trial, { pattern, text })
  const before = process.cpuUsage()
  try {
    lookEverywhere.runInContext(trial, { timeout: longestMs })
  } catch {
    return Number.POSITIVE_INFINITY
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Worth a closer look: more than a linear one takes for a thousand characters on the slowest of machines. */
const suspectMs = 0.15
/** What a hostile text of 20,000 characters may cost. */
const boundedMs = 25

/** The least of three, for the machine may be doing something else; the first one below `enough` will do. */
function leastMs({ enough, ...trial }: Trial & { enough: number }): number {
  let least = Number.POSITIVE_INFINITY
  for (let time = 0; time < 3 && least >= enough; time += 1) least = Math.min(least, cpuMs(trial))
  return least
}

/** Whether its work grows faster than the text: from 10,000 to 20,000 characters a linear one's doubles. */
export function isSlow({ source, flags }: Expression): boolean {
  const pattern = new RegExp(source, `${flags.replace(/[gy]/g, '')}g`)
  const textsOf = (length: number) => hostileTexts({ source, length })
  const [half, whole] = [textsOf(10_000), textsOf(20_000)]
  return textsOf(1_000).some((text, at) => {
    if (leastMs({ pattern, text, longestMs: 200, enough: suspectMs }) < suspectMs) return false
    const costOf = (texts: string[]) =>
      leastMs({ pattern, text: texts[at] ?? '', longestMs: 3_000, enough: 0 })
    const cost = costOf(whole)
    return cost > boundedMs && (cost === Number.POSITIVE_INFINITY || cost > 2.8 * costOf(half))
  })
}
