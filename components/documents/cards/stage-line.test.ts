import { describe, expect, it } from 'vitest'
import { stagesOf } from './stage-line'

const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 12, 0, second)).toISOString()
const document = {
  state: 'processing' as const,
  receivedAt: at(0),
  sentAt: at(2),
  enqueuedAt: at(3),
  processingAt: at(5),
  finishedAt: null,
}

describe('stages', () => {
  it('each reached stage knows how long after the one before it came', () => {
    expect(stagesOf(document).map(({ tookMs }) => tookMs)).toEqual([null, 2_000, 3_000, null])
  })

  it('a document finished before its processing was seen measures from the sending', () => {
    const fast = { ...document, state: 'done' as const, processingAt: null, finishedAt: at(4) }
    expect(stagesOf(fast).map(({ tookMs }) => tookMs)).toEqual([null, 2_000, null, 2_000])
  })
})
