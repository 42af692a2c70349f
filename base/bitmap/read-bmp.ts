import { open, readFile } from 'node:fs/promises'
import { type Bitmap, decodeBmp, readBmpSize } from './bmp'

const headBytes = 26

/** Reads a bitmap's file. `checkSize` throws where it refuses one by its head, before anything is decoded. */
export async function readBmp({
  path,
  checkSize,
}: {
  path: string
  checkSize: (size: { width: number; height: number }) => void
}): Promise<Bitmap> {
  checkSize(readBmpSize(await readHead(path)))
  return decodeBmp(await readFile(path))
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    return (await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)).buffer
  } finally {
    await file.close()
  }
}
