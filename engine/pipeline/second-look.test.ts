import { describe, expect, it } from 'vitest'
import type { ReadingAttempt } from '../readers/limits'
import type { Reading } from '../readers/reading'
import { findStep } from '../steps/load-step'
import { extractWithSecondLook } from './second-look'

describe('a second look', () => {
  it('is taken when a scan shows no total, and fills the gap', async () => {
    const { attempts, values } = await look({
      1: scan(
        'KEDAI CONTOH SDN BHD',
        'Date 12/03/2031',
        'T0t@| ?.??',
        'RM 1.00 one two three',
        'thank you for coming',
      ),
      2: scan(
        'KEDAI CONTOH SDN BHD',
        'Date 12/03/2031',
        'Total 8.60',
        'RM 1.00 one two three',
        'thank you for coming',
      ),
    })
    expect(attempts).toEqual([1, 2])
    expect(values.total?.value).toBe(8.6)
  })

  it('is not taken when the first shows everything clearly', async () => {
    const clear = scan(
      'KEDAI CONTOH SDN BHD',
      'Date 12/03/2031',
      'Total 8.60',
      'thank you for coming, come again',
    )
    expect((await look({ 1: clear, 2: clear })).attempts).toEqual([1])
  })
})

async function look(readings: { [attempt in ReadingAttempt]: Reading }) {
  const step = findStep('receipt')
  if (!step) throw new Error('no receipt step')
  const attempts: ReadingAttempt[] = []
  const read = (attempt: ReadingAttempt) => {
    attempts.push(attempt)
    return Promise.resolve(readings[attempt])
  }
  return { attempts, values: (await extractWithSecondLook({ step, read })).values }
}

function scan(...lines: string[]): Reading {
  const words = lines.flatMap((line, row) =>
    [...line.matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      confidence: 0.95,
      box: { x: match.index * 10, y: row * 24, width: match[0].length * 10 - 3, height: 14 },
    })),
  )
  return { pages: [{ number: 1, width: 500, height: 900, words, source: 'ocr', turned: 0 }], attachments: [] }
}
