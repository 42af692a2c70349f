import { type Pdfium, withMemory } from './pdfium'

/** A few numbers that pdfium writes for its caller, by their slot; each takes four bytes. */
export type Scratch = {
  /** Where pdfium is to write the number at this slot. */
  at: (slot: number) => number
  float: (slot: number) => number
  integer: (slot: number) => number
}

const slots = 16

export function withScratch<Result>({
  pdfium,
  use,
}: {
  pdfium: Pdfium
  use: (scratch: Scratch) => Result
}): Result {
  return withMemory({
    pdfium,
    bytes: slots * 4,
    use: (memory) => {
      let heap = pdfium.HEAPU8
      let view = new DataView(heap.buffer, memory, slots * 4)
      // pdfium's memory is another one each time that it grew.
      const current = () => {
        if (heap !== pdfium.HEAPU8) {
          heap = pdfium.HEAPU8
          view = new DataView(heap.buffer, memory, slots * 4)
        }
        return view
      }
      return use({
        at: (slot) => memory + slot * 4,
        float: (slot) => current().getFloat32(slot * 4, true),
        integer: (slot) => current().getInt32(slot * 4, true),
      })
    },
  })
}
