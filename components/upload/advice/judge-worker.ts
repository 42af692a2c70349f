import { judgedSidePx, judgePage, type PageFault } from './judge-page'

export type JudgeTask = { id: number; file: File }
export type JudgeAnswer = { id: number; faults: PageFault[] }

/** One after the other: a decoded photo takes 50 MB. */
let line: Promise<void> = Promise.resolve()

addEventListener('message', ({ data: { id, file } }: MessageEvent<JudgeTask>) => {
  const answer = (faults: PageFault[]) => postMessage({ id, faults } satisfies JudgeAnswer)
  line = line.then(() => judge(file)).then(answer, () => answer([]))
})

async function judge(file: File): Promise<PageFault[]> {
  const whole = await createImageBitmap(file)
  const scale = Math.min(1, judgedSidePx / Math.max(whole.width, whole.height))
  const [width, height] = [Math.round(whole.width * scale), Math.round(whole.height * scale)]
  const context = new OffscreenCanvas(width, height).getContext('2d')
  if (!context) return []
  context.imageSmoothingQuality = 'high'
  context.drawImage(whole, 0, 0, width, height)
  whole.close()
  return judgePage({ greys: toGreys(context.getImageData(0, 0, width, height).data), width, height })
}

/** As bright as the eye sees each pixel. */
function toGreys(pixels: Uint8ClampedArray): Uint8Array {
  const greys = new Uint8Array(pixels.length / 4)
  for (let at = 0; at < greys.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at * 4, at * 4 + 3)
    greys[at] = 0.299 * red + 0.587 * green + 0.114 * blue
  }
  return greys
}
