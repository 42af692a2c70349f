/** Which file of which batch an upload is, as clients say it: `<32 hex digits>:<number from 1>`. */
export type BatchPlace = { batchId: string; place: number }

/** Files of one batch. */
export const maxPlace = 5_000

const pattern = /^([0-9a-f]{32}):([1-9]\d{0,3})$/

/** Null for what is none. */
export function readBatchPlace(text: string | null | undefined): BatchPlace | null {
  const [, batchId = '', number = ''] = pattern.exec(text ?? '') ?? []
  const place = Number(number)
  return batchId && place <= maxPlace ? { batchId, place } : null
}

export function writeBatchPlace({ batchId, place }: BatchPlace): string {
  return `${batchId}:${place}`
}
