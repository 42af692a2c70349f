import { blankComments, type Node, parseSource, walk } from './syntax'

export type Measured = {
  lines: number
  nonBlank: number
  commentOnly: number
  /** The lines of each function that has a name. */
  functions: { name: string; lines: number }[]
  anys: number
}

export function countLines(text: string): Pick<Measured, 'lines' | 'nonBlank'> {
  const lines = text.replace(/\n$/, '').split('\n')
  return { lines: text === '' ? 0 : lines.length, nonBlank: lines.filter((line) => line.trim()).length }
}

export function measureFile(file: { path: string; text: string }): Measured {
  const { program, comments } = parseSource(file)
  const counted = countLines(file.text)
  const functions: Measured['functions'] = []
  let anys = 0
  walk(program, (node, parents) => {
    if (node.type === 'TSAnyKeyword') anys += 1
    const name = functionName({ node, parent: parents.at(-1) })
    if (name) functions.push({ name, lines: file.text.slice(node.start, node.end).split('\n').length })
    return true
  })
  const withoutComments = countLines(blankComments({ text: file.text, comments })).nonBlank
  return { ...counted, commentOnly: counted.nonBlank - withoutComments, functions, anys }
}

/** The name a function is declared, assigned or kept under; undefined for what is no function or has none. */
function functionName({ node, parent }: { node: Node; parent: Node | undefined }): string | undefined {
  if (['FunctionDeclaration', 'ObjectMethod', 'ClassMethod'].includes(node.type))
    return nameOf(node.id ?? node.key)
  const isValue = ['ArrowFunctionExpression', 'FunctionExpression'].includes(node.type)
  const keeps = parent && ['VariableDeclarator', 'ObjectProperty', 'ClassProperty'].includes(parent.type)
  return isValue && keeps ? nameOf(parent.id ?? parent.key) : undefined
}

const nameOf = (key: unknown): string | undefined => {
  const { name, value } = (key ?? {}) as { name?: string; value?: unknown }
  return name ?? (value === undefined ? undefined : String(value))
}
