import type { SourceFile } from './source-files'

const exported = /^export (?:async )?(?:function|const|class|type|interface|let) ([\w$]+)/gm
const comments = /\/\*[\s\S]*?\*\/|\/\/.*$/gm

/** `file: name` for each name of `sources` that no other file of `users` (tests may be among them) mentions. */
export function findUnusedExports(sources: SourceFile[], users: SourceFile[]): string[] {
  const filesOfWord = new Map<string, Set<string>>()
  for (const { path, text } of users) {
    for (const word of text.replace(comments, '').match(/[\w$]+/g) ?? []) {
      const files = filesOfWord.get(word) ?? new Set()
      filesOfWord.set(word, files.add(path))
    }
  }
  const isUsed = (name: string, path: string) =>
    [...(filesOfWord.get(name) ?? [])].some((user) => user !== path)
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(exported)].flatMap(([, name = '']) => (isUsed(name, path) ? [] : [`${path}: ${name}`])),
  )
}
