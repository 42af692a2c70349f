/** A document that cannot be read, in words that a person at the desk can act on. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
}
