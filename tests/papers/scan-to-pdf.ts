import PDFDocument from 'pdfkit'
import sharp from 'sharp'

/** Pictures as a scanner puts them into a PDF: one a page, and no text. `turned` degrees clockwise they lie wrong. */
export async function scanToPdf(input: {
  pictures: Buffer[]
  dpi: number
  turned?: 0 | 90 | 180 | 270
}): Promise<Buffer> {
  const { pictures, dpi, turned = 0 } = input
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    info: { Title: 'Scan', CreationDate: new Date(Date.UTC(2026, 0, 1)) },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.on('end', resolve))
  for (const picture of pictures) {
    const shown =
      turned === 0 ? picture : await sharp(picture).rotate(turned).jpeg({ quality: 85 }).toBuffer()
    const { width, height } = await sharp(shown).metadata()
    const size: [number, number] = [(width * 72) / dpi, (height * 72) / dpi]
    document.addPage({ size, margin: 0 }).image(shown, 0, 0, { width: size[0], height: size[1] })
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}
