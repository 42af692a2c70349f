import type { Pdfium } from '@/engine/readers/pdf/pdfium/pdfium'

type Value = number | ((...given: number[]) => number)

/**
 * A pdfium that answers as told, for pages that would be hard to write as files. `put` writes numbers where its caller
 * wants them, as pdfium does with what it returns by address.
 */
export function fakePdfium(answers: Record<string, Value> = {}) {
  const memory = new DataView(new ArrayBuffer(65_536))
  let next = 64
  const known: Record<string, unknown> = {
    HEAPU8: new Uint8Array(memory.buffer),
    wasmExports: {
      malloc: (bytes: number) => {
        next += 16 * Math.ceil(bytes / 16)
        return next - 16 * Math.ceil(bytes / 16)
      },
      free: () => undefined,
    },
  }
  for (const [name, value] of Object.entries(answers))
    known[name] = typeof value === 'number' ? () => value : value
  return {
    // Only what a test answers is ever called.
    pdfium: known as unknown as Pdfium,
    putFloats: (at: number, ...values: number[]) => {
      for (const [index, value] of values.entries()) memory.setFloat32(at + index * 4, value, true)
      return 1
    },
    putFloat: (at: number, value: number) => memory.setFloat32(at, value, true),
    putInteger: (at: number, value: number) => memory.setInt32(at, value, true),
  }
}
