import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FontFamily } from '../paper'

const require = createRequire(import.meta.url)

const packages: Record<FontFamily, string> = {
  sans: 'noto-sans',
  serif: 'noto-serif',
  condensed: 'roboto-condensed',
  mono: 'courier-prime',
}

export const subsets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'] as const

export type Subset = (typeof subsets)[number]

/** The bytes of one subset of a font, or null where the family has no such subset. */
export function readFontFile(font: { family: FontFamily; bold: boolean; subset: Subset }): Buffer | null {
  const name = packages[font.family]
  const folder = join(dirname(require.resolve(`@fontsource/${name}/package.json`)), 'files')
  try {
    return readFileSync(join(folder, `${name}-${font.subset}-${font.bold ? 700 : 400}-normal.woff`))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
