import { readJpegHead, turnOrientation } from '@/lib/files/jpeg-head'
import { writePicturePdf } from '@/lib/files/picture-pdf'
import type { Shot } from './shot'

/** One page as the camera wrote it is sent so; several, or a turned one, as a PDF of the very same JPEGs. Rejects where a picture cannot be read. */
export async function joinShots({ shots, name }: { shots: readonly Shot[]; name: string }): Promise<File> {
  const [only] = shots
  if (only && shots.length === 1 && only.turn === 0) {
    const ending = only.file.name.match(/\.\w+$/)?.[0].toLowerCase() ?? '.jpg'
    return new File([only.file], `${name}${ending}`, { type: only.file.type })
  }
  const pdf = writePicturePdf()
  const pieces = [pdf.begin()]
  for (const shot of shots) pieces.push(pdf.page(await toPage(shot)))
  pieces.push(pdf.end())
  return new File(pieces, `${name}.pdf`, { type: 'application/pdf' })
}

async function toPage({ file, turn }: Shot) {
  let data = await readBytes(file)
  let head = readJpegHead(data)
  if (!head || head.components === 4) {
    data = await readBytes(await toJpeg(file))
    head = readJpegHead(data)
  }
  if (!head) throw new Error('the browser made no JPEG')
  const { width, height, components } = head
  const orientation = turnOrientation({ orientation: head.orientation, turn })
  const colours = components === 1 ? ('DeviceGray' as const) : ('DeviceRGB' as const)
  return { data, kind: 'jpeg' as const, colours, width, height, orientation }
}

async function readBytes(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer())
}

/** What a camera gave in another format, drawn upright. */
async function toJpeg(file: File): Promise<Blob> {
  const bitmap = await createImageBitmap(file)
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
  if (!blob) throw new Error('the browser made no JPEG')
  return blob
}
