import { describe, expect, it } from 'vitest'
import { plainText } from '../../engine/readers/plain-text'
import { makePaper } from './make-paper'
import type { Paper, PaperPage, Place, Run, TrueField } from './paper'
import { languages } from './words/words'

const papers = Array.from({ length: 250 }, (_, index) => makePaper({ seed: index + 1 }))

describe('a made paper', { timeout: 60_000 }, () => {
  it('is the same for the same seed and another for another', () => {
    expect(makePaper({ seed: 7 })).toEqual(makePaper({ seed: 7 }))
    expect(makePaper({ seed: 7 }).pages).not.toEqual(makePaper({ seed: 8 }).pages)
  })

  it('is of the kind and language that were asked for', () => {
    for (const language of languages) {
      const paper = makePaper({ seed: 3, kind: 'credit_note', language })
      expect([paper.kind, paper.language]).toEqual(['credit_note', language])
    }
  })

  it('spells every true value where its truth says it stands', () => {
    for (const paper of papers) {
      for (const [field, { value, occurrences }] of allTruth(paper)) {
        if (field === 'currency') continue
        for (const parts of occurrences) {
          const text = parts.map((place) => textAt(paper, place)).join(' ')
          expect(spells(text, value), `${paper.id} ${field}: "${text}" for ${value}`).toBe(true)
        }
      }
    }
  })

  it('adds up: subtotal, discount, shipping and tax to the total, and cash less change', () => {
    const amountOf = (paper: Paper, field: string) => Number(paper.truth[field]?.value ?? 0)
    for (const paper of papers) {
      const has = (...fields: string[]) => fields.every((field) => paper.truth[field])
      const total = amountOf(paper, 'total')
      if (paper.kind !== 'receipt' && has('subtotal', 'tax', 'total')) {
        const sign = total < 0 ? -1 : 1
        const less = sign * amountOf(paper, 'discount')
        const sum = amountOf(paper, 'subtotal') - less + amountOf(paper, 'shipping') + amountOf(paper, 'tax')
        expect(sum, paper.id).toBeCloseTo(total, 2)
      }
      if (has('cash', 'change', 'total')) {
        expect(amountOf(paper, 'cash') - amountOf(paper, 'change'), paper.id).toBeCloseTo(total, 2)
      }
      for (const row of paper.lineItems) {
        if (row.quantity && row.unit_price && row.amount) {
          const product = Number(row.quantity.value) * Number(row.unit_price.value)
          expect(Math.abs(Number(row.amount.value)), paper.id).toBeLessThanOrEqual(Math.abs(product) + 0.51)
        }
      }
    }
  })

  it('holds its runs inside the page, none over another', () => {
    for (const paper of papers) {
      for (const page of paper.pages) {
        for (const [index, run] of page.runs.entries()) {
          expect(isInside(run, page), `${paper.id}: ${run.text}`).toBe(true)
          const over = page.runs.slice(index + 1).find((other) => isOver(run, other))
          expect(over?.text, `${paper.id}: over "${run.text}"`).toBeUndefined()
        }
      }
    }
  })
})

function allTruth(paper: Paper): [string, TrueField][] {
  return [...Object.entries(paper.truth), ...paper.lineItems.flatMap((row) => Object.entries(row))]
}

function textAt(paper: Paper, { page, run, start, end }: Place): string {
  return paper.pages[page]?.runs[run]?.text.slice(start, end) ?? ''
}

function spells(text: string, value: string | number): boolean {
  const digits = plainText(text).replace(/\D/g, '')
  if (typeof value === 'number') {
    return [0, 1, 2, 3].some((decimals) => Math.abs(value).toFixed(decimals).replace('.', '') === digits)
  }
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return digits.includes(String(Number(value.slice(8))))
  if (/^\d\d:\d\d$/.test(value)) return digits.includes(value.slice(3))
  return bare(plainText(text)) === bare(plainText(value))
}

function bare(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function isInside(run: Run, page: PaperPage): boolean {
  const { x, y, width, height } = run
  return x >= 0 && y >= 0 && x + width <= page.width && y + height <= page.height
}

/** Lines may touch; letters may not. */
function isOver(a: Run, b: Run): boolean {
  const beside = a.x + 0.5 >= b.x + b.width || b.x + 0.5 >= a.x + a.width
  const above = a.y + a.size * 0.15 >= b.y + b.size || b.y + b.size * 0.15 >= a.y + a.size
  return !beside && !above
}
