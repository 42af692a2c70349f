import { type Pdfium, withMemory } from './pdfium'

/** A few numbers that pdfium writes for its caller, by their place; each takes four bytes. */
export type Scratch = {
  /** Where pdfium is to write the number at this place. */
  at: (place: number) => number
  float: (place: number) => number
  integer: (place: number) => number
}

const places = 16

export function withScratch<Result>({
  pdfium,
  use,
}: {
  pdfium: Pdfium
  use: (scratch: Scratch) => Result
}): Result {
  return withMemory({
    pdfium,
    bytes: places * 4,
    use: (memory) => {
      let heap = pdfium.HEAPU8
      let view = new DataView(heap.buffer, memory, places * 4)
      // pdfium's memory is another one each time that it grew.
      const current = () => {
        if (heap !== pdfium.HEAPU8) {
          heap = pdfium.HEAPU8
          view = new DataView(heap.buffer, memory, places * 4)
        }
        return view
      }
      return use({
        at: (place) => memory + place * 4,
        float: (place) => current().getFloat32(place * 4, true),
        integer: (place) => current().getInt32(place * 4, true),
      })
    },
  })
}
