import { hashBlob } from './hash-blob'

export type HashTask = { id: number; blob: Blob }
export type HashAnswer = { id: number; sha256: string | null }

addEventListener('message', ({ data: { id, blob } }: MessageEvent<HashTask>) => {
  const answer = (sha256: string | null) => postMessage({ id, sha256 } satisfies HashAnswer)
  hashBlob(blob).then(answer, () => answer(null))
})
