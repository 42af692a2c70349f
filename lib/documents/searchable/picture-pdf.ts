import 'server-only'
import type { PageWords } from '@/base/contract'
import type { readJpegHead } from '@/lib/files/jpeg-head'
import { writePicturePdf } from '@/lib/files/picture-pdf'
import { layerFor } from './append-layer'
import type { ReadBytes } from './pdf-file'

type Jpeg = NonNullable<ReturnType<typeof readJpegHead>> & { bytes: number }

/** What stands before and after an upright JPEG in a PDF of one page of its size, with the words read from it. */
export async function pictureFrame({ jpeg, pages }: { jpeg: Jpeg; pages: PageWords[] }): Promise<{
  before: Buffer
  after: Buffer
}> {
  const { bytes, width, height, components, resolution } = jpeg
  const pdf = writePicturePdf()
  const begin = pdf.begin()
  const around = pdf.pageAround({
    ...{ kind: 'jpeg', colours: components === 1 ? 'DeviceGray' : 'DeviceRGB', bytes, width, height },
    ...(resolution ? { resolution } : {}),
  })
  const before = Buffer.concat([begin, around.before])
  const end = Buffer.concat([around.after, pdf.end()])
  const read = readAround({ before, bytes, end })
  const layer = await layerFor({ bytes: before.length + bytes + end.length, read, pages })
  return { before, after: Buffer.concat([end, layer]) }
}

type Parts = { before: Buffer; bytes: number; end: Buffer }

/** The file with its picture left blank: nothing in there is looked at. */
function readAround({ before, bytes, end }: Parts): ReadBytes {
  const resume = before.length + bytes
  return async ({ start, length }) => {
    const stop = start + length
    const blank = Math.min(stop, resume) - Math.max(start, before.length)
    return Buffer.concat([
      before.subarray(start, stop),
      Buffer.alloc(Math.max(0, blank)),
      end.subarray(Math.max(0, start - resume), Math.max(0, stop - resume)),
    ])
  }
}
