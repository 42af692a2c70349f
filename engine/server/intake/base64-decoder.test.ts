import { describe, expect, test } from 'vitest'
import { createBase64Decoder } from './base64-decoder'

const bytes = Buffer.from(Uint8Array.from({ length: 1_000 }, (_, index) => (index * 31) % 256))

function decode({ text, step }: { text: string; step: number }): Buffer {
  const decoder = createBase64Decoder()
  const pieces: Buffer[] = []
  for (let at = 0; at < text.length; at += step) pieces.push(decoder.push(text.slice(at, at + step)))
  return Buffer.concat([...pieces, decoder.end()])
}

describe('the same bytes come out however the text is cut and written', () => {
  const base64 = bytes.toString('base64')
  const ways = {
    bare: base64,
    'as a data URI': `data:application/pdf;base64,${base64}`,
    'as a data URI with parameters': `DATA:image/png;name=a.png;base64,${base64}`,
    'without padding': base64.replace(/=+$/, ''),
    'in the other alphabet': bytes.toString('base64url'),
    'in lines': base64.replace(/(.{76})/g, '$1\r\n'),
  }
  test.each(
    Object.entries(ways).flatMap(([way, text]) =>
      [1, 2, 3, 7, 64, 5_000].map((step) => ({ way, text, step })),
    ),
  )('$way, $step characters at a time', ({ text, step }) => {
    expect(decode({ text, step }).equals(bytes)).toBe(true)
  })
})

test.each([
  'ä',
  'AAAA*',
  'AA==AAAA',
  'A',
  'AAAAA',
  '====',
  'data:text/plain,hello',
  `data:${'x'.repeat(2_000)}`,
])('%s is refused', (text) => {
  expect(() => decode({ text, step: 3 })).toThrow('image_base64 is not valid base64')
})

test('short text is not taken for the beginning of a data URI', () => {
  expect(decode({ text: 'data', step: 1 }).toString('base64')).toBe('data')
})
