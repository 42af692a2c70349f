import type { FontFamily } from '../paper'
import type { Random } from '../random'

/** How one paper is set: the same throughout the paper. */
export type Look = {
  page: { width: number; height: number }
  margin: number
  font: FontFamily
  headFont: FontFamily
  size: number
  /** Line to line, in sizes. */
  gap: number
  colon: string
  accent: string
  labelCase: 'as is' | 'capitals'
  boldLabels: boolean
  rules: 'none' | 'lines' | 'boxes' | 'bands'
}

export function chooseLook(random: Random, country: string): Look {
  const font = random.weighted<FontFamily>([
    ['sans', 6],
    ['serif', 2],
    ['condensed', 2],
    ['mono', 0.8],
  ])
  const isLetter =
    country === 'US' || country === 'CA' || country === 'MX' || country === 'CL' || country === 'CO'
  return {
    page: isLetter && random.chance(0.85) ? { width: 612, height: 792 } : { width: 595.28, height: 841.89 },
    margin: random.whole(32, 66),
    font,
    headFont: random.chance(0.7) ? font : random.pick(['serif', 'sans', 'condensed']),
    size: font === 'mono' ? random.pick([8, 8.5, 9]) : random.pick([7.5, 8, 8.5, 9, 9, 9.5, 10, 10.5]),
    gap: random.pick([1.25, 1.3, 1.4, 1.5, 1.6]),
    colon: random.weighted([
      [':', 10],
      ['', 5],
      [' :', 2],
    ]),
    accent: random.pick([
      '#000000',
      '#000000',
      '#1f3a5f',
      '#7a1f1f',
      '#22543d',
      '#444444',
      '#0f6d8c',
      '#8a4b00',
    ]),
    labelCase: random.chance(0.12) ? 'capitals' : 'as is',
    boldLabels: random.chance(0.3),
    rules: random.pick(['none', 'lines', 'lines', 'boxes', 'bands']),
  }
}

export function sayLabel(label: string, look: Look): string {
  if (label === '') return ''
  const bare = /[.:]$/.test(label) && look.colon.trim() === ':' ? label.replace(/:$/, '') : label
  const cased = look.labelCase === 'capitals' ? bare.toUpperCase() : bare
  return `${cased}${look.colon}`
}
