import { blankComments, isNode, type Node, parseSource, walk } from '../syntax'

/** One token of a file and what takes its place. */
export type Site = { path: string; line: number; start: number; end: number; from: string; to: string }

const operators: Record<string, string> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '==': '!=',
  '!=': '==',
  '&&': '||',
  '||': '&&',
  '??': '||',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '+=': '-=',
  '-=': '+=',
  '++': '--',
  '--': '++',
}

const methods: Record<string, string> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
}

const keyNames = [
  'Enter',
  'Escape',
  'Tab',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Delete',
  'Backspace',
]

const typeWrappers = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']
const untouched = ['ImportDeclaration', 'ExportAllDeclaration', 'JSXText', 'Directive']

/** All one-token changes of a source file, in the order of its text. */
export function findSites(file: { path: string; text: string }): Site[] {
  const { program, comments } = parseSource(file)
  const text = blankComments({ text: file.text, comments })
  const readsKeys = /\bkey\b/i.test(text)
  const sites: Site[] = []
  walk(program, (node, parents) => {
    if (untouched.includes(node.type)) return false
    if (node.type.startsWith('TS') && !typeWrappers.includes(node.type)) return false
    for (const change of changesOf({ node, parent: parents.at(-1), text, readsKeys })) {
      const { start, end, to } = change
      const line = text.slice(0, start).split('\n').length
      sites.push({ path: file.path, line, start, end, from: file.text.slice(start, end), to })
    }
    return true
  })
  return sites.sort((a, b) => a.start - b.start)
}

type Change = { start: number; end: number; to: string }
type Look = { node: Node; parent: Node | undefined; text: string; readsKeys: boolean }

function changesOf(look: Look): Change[] {
  const { node, parent } = look
  const { start, end } = node
  switch (node.type) {
    case 'BinaryExpression':
    case 'AssignmentExpression':
      return operatorChange(look)
    case 'LogicalExpression':
      return mixesNullish(look) ? [] : operatorChange(look)
    case 'UpdateExpression': {
      const at = node.prefix ? start : end - 2
      return [{ start: at, end: at + 2, to: operators[String(node.operator)] ?? '' }]
    }
    case 'UnaryExpression':
      return node.operator === '!' ? [{ start, end: start + 1, to: '' }] : []
    case 'BooleanLiteral':
      return [{ start, end, to: String(!node.value) }]
    case 'NumericLiteral':
      return Number.isInteger(node.value) && !isKeyOf(look)
        ? [{ start, end, to: String(Number(node.value) + 1) }]
        : []
    case 'IfStatement':
      return returnsEarly(node.consequent) && isNode(node.test)
        ? [{ start: node.test.start, end: node.test.end, to: 'false' }]
        : []
    case 'Identifier':
      return identifierChange(look)
    case 'StringLiteral':
      return look.readsKeys && parent?.type !== 'JSXAttribute' ? keyChange({ node, name: node.value }) : []
    default:
      return []
  }
}

function operatorChange({ node, text }: Look): Change[] {
  const to = operators[String(node.operator)]
  if (!to || !isNode(node.left) || !isNode(node.right)) return []
  const start = text.indexOf(String(node.operator), node.left.end)
  return start < node.right.start ? [{ start, end: start + String(node.operator).length, to }] : []
}

/** `a ?? b || c` is no expression of the language; a change to it would prove nothing. */
function mixesNullish({ node, parent }: Look): boolean {
  const isBare = (one: unknown) =>
    isNode(one) &&
    one.type === 'LogicalExpression' &&
    !(one.extra as { parenthesized?: boolean })?.parenthesized
  return (
    node.operator === '??' && (isBare(node.left) || isBare(node.right) || (isBare(node) && isBare(parent)))
  )
}

function returnsEarly(statement: unknown): boolean {
  if (!isNode(statement)) return false
  const inside = statement.type === 'BlockStatement' ? (statement.body as Node[]) : [statement]
  const [only] = inside
  if (inside.length !== 1 || only?.type !== 'ReturnStatement') return false
  const value = only.argument
  return !isNode(value) || value.type === 'NullLiteral' || value.name === 'undefined'
}

function identifierChange({ node, parent, readsKeys }: Look): Change[] {
  const isMethod = parent?.type === 'MemberExpression' && parent.property === node && !parent.computed
  const to = isMethod ? methods[String(node.name)] : undefined
  if (to) return [{ start: node.start, end: node.end, to }]
  const isKey = parent?.type === 'ObjectProperty' && parent.key === node && !parent.shorthand
  return readsKeys && isKey
    ? keyChange({ node, name: node.name }).map((one) => ({ ...one, to: one.to.slice(1, -1) }))
    : []
}

function keyChange({ node, name }: { node: Node; name: unknown }): Change[] {
  const at = keyNames.indexOf(String(name))
  return at < 0 ? [] : [{ start: node.start, end: node.end, to: `'${keyNames[(at + 1) % keyNames.length]}'` }]
}

const isKeyOf = ({ node, parent }: Look) => parent?.type === 'ObjectProperty' && parent.key === node
