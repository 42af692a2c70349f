import 'server-only'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { refuseBroken, refuseHuge } from '../inspect-image'
import { type Conversion, InspectionError } from '../inspector-protocol'
import { attachProfile, findProfile } from './colour-profile'

/**
 * What this file uses of libheif (https://github.com/strukturag/libheif/blob/master/libheif/api/libheif/heif_emscripten.h).
 * The package brings no types for it; its version is pinned. Handles are its own objects.
 */
type Libheif = {
  heif_context_alloc: () => unknown
  heif_context_free: (context: unknown) => void
  heif_context_read_from_memory: (context: unknown, bytes: Uint8Array) => HeifError
  heif_context_get_number_of_top_level_images: (context: unknown) => number
  heif_js_context_get_primary_image_handle: (context: unknown) => HeifError
  heif_image_handle_get_width: (handle: unknown) => number
  heif_image_handle_get_height: (handle: unknown) => number
  heif_image_handle_release: (handle: unknown) => void
  heif_js_decode_image2: (
    handle: unknown,
    colours: unknown,
    chroma: unknown,
  ) => Promise<HeifImage> | HeifImage
  heif_image_release: (image: unknown) => void
  heif_error_code: {
    heif_error_Ok: unknown
    heif_error_Unsupported_feature: unknown
    heif_error_Unsupported_filetype: unknown
  }
  heif_colorspace: { heif_colorspace_RGB: unknown }
  heif_chroma: { heif_chroma_interleaved_RGB: unknown }
}
type HeifError = { code?: unknown; message?: string }
type HeifImage = HeifError & {
  image: unknown
  channels: { width: number; height: number; stride: number; data: Uint8Array }[]
}

/** The main picture of a HEIC file as JPEG, upright, in its own colours. Throws InspectionError. */
export async function convertHeic({ path, target }: { path: string; target: string }): Promise<Conversion> {
  const bytes = await readFile(path)
  const library = await loadLibheif()
  const context = library.heif_context_alloc()
  try {
    requireDone({ library, answer: library.heif_context_read_from_memory(context, bytes) })
    const jpeg = await drawPrimary({ library, context })
    await writeFile(target, attachProfile({ jpeg, profile: findProfile(bytes) }))
    const pictures = library.heif_context_get_number_of_top_level_images(context)
    return { contentType: 'image/jpeg', pages: 1, pictures }
  } finally {
    library.heif_context_free(context)
  }
}

let loaded: Promise<Libheif> | undefined

/** From its own folder, where another build of the same version may be put in its place. */
function loadLibheif(): Promise<Libheif> {
  const start = async () => {
    const load = createRequire(import.meta.url)
    const wasmBinary = await readFile(load.resolve('libheif-js/libheif-wasm/libheif.wasm'))
    const silent = () => undefined
    return load('libheif-js/libheif-wasm/libheif.js')({
      wasmBinary,
      print: silent,
      printErr: silent,
    }) as Libheif
  }
  loaded ??= start()
  return loaded
}

type Opened = { library: Libheif; context: unknown }

async function drawPrimary({ library, context }: Opened): Promise<Buffer> {
  const handle = library.heif_js_context_get_primary_image_handle(context)
  requireDone({ library, answer: handle })
  try {
    const width = library.heif_image_handle_get_width(handle)
    const height = library.heif_image_handle_get_height(handle)
    refuseHuge({ width, height })
    return await drawJpeg({ library, handle })
  } finally {
    library.heif_image_handle_release(handle)
  }
}

async function drawJpeg({ library, handle }: { library: Libheif; handle: unknown }): Promise<Buffer> {
  // It turns and mirrors as the file says: what EXIF repeats of that must not be done again (ISO 23008-12 §6.5.10).
  const { heif_colorspace_RGB: colours } = library.heif_colorspace
  const { heif_chroma_interleaved_RGB: chroma } = library.heif_chroma
  const image = await library.heif_js_decode_image2(handle, colours, chroma)
  requireDone({ library, answer: image })
  try {
    const [channel] = image.channels
    if (!channel) throw new InspectionError('unreadable')
    const { width, height } = channel
    const drawn = sharp(toRows(channel), { raw: { width, height, channels: 3 } }).jpeg({ quality: 90 })
    return await refuseBroken(drawn.toBuffer())
  } finally {
    // Not before: the pixels are no copy, but lie in the library's memory.
    library.heif_image_release(image.image)
  }
}

function requireDone({ library, answer }: { library: Libheif; answer: HeifError }): void {
  const {
    heif_error_Ok: ok,
    heif_error_Unsupported_feature: feature,
    heif_error_Unsupported_filetype: type,
  } = library.heif_error_code
  const code = answer?.code
  if (answer && (code === undefined || code === ok)) return
  throw new InspectionError(code === feature || code === type ? 'kind' : 'unreadable', {
    cause: answer?.message,
  })
}

/** Without what stands between the end of a row and the next. */
function toRows({ width, height, stride, data }: HeifImage['channels'][number]): Uint8Array {
  const rowBytes = width * 3
  if (stride === rowBytes) return data
  const rows = new Uint8Array(rowBytes * height)
  for (let row = 0; row < height; row += 1) {
    rows.set(data.subarray(row * stride, row * stride + rowBytes), row * rowBytes)
  }
  return rows
}
