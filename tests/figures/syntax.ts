import { parse } from '@babel/parser'

/** A node of the syntax tree, as far as walking needs it. */
export type Node = { type: string; start: number; end: number } & Record<string, unknown>
export type Comment = { start: number; end: number }
export type Syntax = { program: Node; comments: Comment[] }

/** Throws a SyntaxError where the text is no TypeScript. */
export function parseSource({ path, text }: { path: string; text: string }): Syntax {
  const plugins: ('typescript' | 'jsx')[] = path.endsWith('x') ? ['typescript', 'jsx'] : ['typescript']
  const file = parse(text, { sourceType: 'module', plugins })
  // The parser's own types name each kind of node; a walk over all of them wants only what they share.
  return { program: file.program as unknown as Node, comments: (file.comments ?? []) as Comment[] }
}

/** Calls `visit` with each node and those around it, outermost first; a node it answers `false` to is not entered. */
export function walk(node: Node, visit: (node: Node, parents: Node[]) => boolean): void {
  const enter = (current: Node, parents: Node[]) => {
    if (!visit(current, parents)) return
    const inner = [...parents, current]
    for (const value of Object.values(current)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) enter(child, inner)
    }
  }
  enter(node, [])
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value
}

/** The text with its comments as blanks: every other sign stays where it was. */
export function blankComments({ text, comments }: { text: string; comments: Comment[] }): string {
  let blanked = ''
  let at = 0
  for (const { start, end } of comments) {
    blanked += text.slice(at, start) + text.slice(start, end).replace(/\S/g, ' ')
    at = end
  }
  return blanked + text.slice(at)
}
