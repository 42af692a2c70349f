/**
 * A Content-Disposition header for a name of any script (RFC 6266): a plain ASCII stand-in for old readers, the name
 * itself encoded by RFC 5987.
 */
export function contentDisposition({ kind, name }: { kind: 'inline' | 'attachment'; name: string }): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_')
    .trim()
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${kind}; filename="${plain || 'document'}"; filename*=UTF-8''${encoded}`
}
