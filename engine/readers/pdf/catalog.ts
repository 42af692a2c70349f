import { inflateSync } from 'node:zlib'

/** What a PDF says of itself that pdfium does not tell. */
export type Catalog = {
  /** Some of its content can be switched off; said of a file whose catalogue cannot be read, too. */
  hasLayers: boolean
  /** It is a cover around the files that it holds. */
  isPortfolio: boolean
}

const mostStreams = 20_000
const mostBytes = 64_000_000
const layers = '/OCProperties'
const portfolio = '/Collection'

/** Looks for names in the open parts of a file and in its packed objects, wherever the catalogue lies. */
export function readCatalog(bytes: Buffer): Catalog {
  const found = { hasLayers: holds(bytes, layers), isPortfolio: holds(bytes, portfolio) }
  const isLocked = bytes.includes('/Encrypt')
  let left = mostBytes
  for (const packed of packedObjects(bytes)) {
    const open = unpack({ packed, largest: left })
    if (!open) {
      if (isLocked) found.hasLayers = true
      continue
    }
    found.hasLayers ||= holds(open, layers)
    found.isPortfolio ||= holds(open, portfolio)
    left -= open.length
    if (left <= 0) return found
  }
  return found
}

/** A name that does not go on. */
function holds(bytes: Buffer, name: string): boolean {
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + name.length)) {
    if (!/[A-Za-z]/.test(String.fromCharCode(bytes[at + name.length] ?? 0))) return true
  }
  return false
}

function* packedObjects(bytes: Buffer): Generator<Buffer> {
  let at = bytes.indexOf('/ObjStm')
  for (let count = 0; at !== -1 && count < mostStreams; count += 1) {
    const start = bytes.indexOf('stream', at)
    const end = bytes.indexOf('endstream', start)
    if (start === -1 || end === -1) return
    const afterBreak = bytes[start + 6] === 13 ? start + 8 : start + 7
    yield bytes.subarray(afterBreak, end)
    at = bytes.indexOf('/ObjStm', end)
  }
}

function unpack({ packed, largest }: { packed: Buffer; largest: number }): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, largest) })
  } catch {
    // Locked, damaged or packed in another way: what it holds stays unknown.
    return null
  }
}
