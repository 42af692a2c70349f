import { gunzipSync, gzipSync } from 'node:zlib'
import type { PageWords } from '@/base/contract'
import type { PageWord } from './page-words'

const sources = ['text', 'form', 'picture'] as const

/** The words of a page, zipped, as base64: it goes from one process to the other as JSON. */
export type PackedPage = { page: number; packed: string }

/** Boxes in ten-thousandths of the page and confidence in hundredths, as evidence rounds them. */
type PackedWord = [text: string, x: number, y: number, w: number, h: number, sure: number, source: number]
type Packed = { width: number; height: number; words: PackedWord[] }

export function packWords({ page, width, height, words }: PageWords): PackedPage {
  const packed: Packed = { width, height, words: words.map(packWord) }
  return { page, packed: gzipSync(JSON.stringify(packed)).toString('base64') }
}

export function unpackWords({ page, packed }: PackedPage): PageWords {
  // packWords wrote it.
  const { width, height, words } = JSON.parse(
    gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'),
  ) as Packed
  return { page, width, height, words: words.map(unpackWord) }
}

function packWord({ text, box, confidence, source }: PageWord): PackedWord {
  const [x, y, width, height] = box
  const whole = (fraction: number) => Math.round(fraction * 10_000)
  return [
    text,
    whole(x),
    whole(y),
    whole(width),
    whole(height),
    Math.round(confidence * 100),
    sources.indexOf(source),
  ]
}

function unpackWord([text, x, y, width, height, sure, source]: PackedWord): PageWord {
  return {
    text,
    box: [x / 10_000, y / 10_000, width / 10_000, height / 10_000],
    confidence: sure / 100,
    source: sources[source] ?? 'text',
  }
}
