import 'server-only'
import { AppError } from './errors'

/**
 * The bytes of a body, as they came. One that says that it is larger is refused before it is read, one that turns out
 * to be as soon as it is.
 * @throws request.too_large
 */
export async function readBody({
  request,
  limitBytes,
}: {
  request: Request
  limitBytes: number
}): Promise<Buffer> {
  const tooLarge = new AppError('request.too_large', { values: { kilobytes: Math.floor(limitBytes / 1000) } })
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length
    if (bytes > limitBytes) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
