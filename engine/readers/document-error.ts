export class DocumentError extends Error {
  override readonly name = 'DocumentError'
}
