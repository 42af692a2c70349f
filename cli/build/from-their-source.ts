import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Plugin } from 'esbuild'

type Places = {
  root: string
  /** Sources that become files of their own, by the name of that file. */
  programs: Record<string, string>
  /** The folder that the programs are built into. */
  target: string
}

const addresses = /new URL\('([^']+)', import\.meta\.url\)|import\.meta\.url/g

/**
 * Lets built modules find what lies beside their source: words, weights, migrations. Addresses of other programs become
 * those of their built files. All are told from the built file, so an installation can be moved.
 */
export function fromTheirSource({ root, programs, target }: Places): Plugin {
  const built = new Map(
    Object.entries(programs).map(([name, source]) => [path.join(root, source), `./${name}.mjs`]),
  )
  const toRelative = (file: string) => path.relative(target, file).split(path.sep).join('/')
  return {
    name: 'from-their-source',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
        const text = await readFile(file, 'utf8')
        if (!text.includes('import.meta.url')) return null
        const source = `new URL('${toRelative(file)}', import.meta.url).href`
        const contents = text.replaceAll(addresses, (asked, address?: string) => {
          const program = address && built.get(path.resolve(path.dirname(file), address))
          return program ? `new URL('${program}', import.meta.url)` : asked.replace('import.meta.url', source)
        })
        return { contents, loader: 'ts' }
      })
    },
  }
}
