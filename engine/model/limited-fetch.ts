const maxAnswerBytes = 1_048_576

/** `fetch` for an endpoint whose answers are small: it follows no redirection, and an endless body is cut off. */
export const limitedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'error' })
  const pieces: Uint8Array[] = []
  let bytes = 0
  // The DOM's type of a body does not know that Node's can be iterated.
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += piece.byteLength
    if (bytes > maxAnswerBytes) throw new Error(`the model's answer is longer than ${maxAnswerBytes} bytes`)
    pieces.push(piece)
  }
  return new Response(Buffer.concat(pieces), { status: response.status, headers: response.headers })
}
