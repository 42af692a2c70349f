import type { AcceptedContentType } from '@/base/contract'
import type { ConvertibleContentType } from '../upload-policy'

/** What the desk asks of the inspector process; paths are absolute. */
export type InspectorTask =
  | { kind: 'check'; path: string; contentType: AcceptedContentType }
  | { kind: 'jpeg'; path: string; contentType: AcceptedContentType; target: string }
  | { kind: 'thumbnail'; path: string; contentType: AcceptedContentType; target: string }
  | { kind: 'convert'; path: string; contentType: ConvertibleContentType; target: string }

/** What a picture became. `pictures` are all that the file holds, of which some may have been left out. */
export type Conversion = {
  contentType: 'application/pdf' | 'image/jpeg' | 'image/png'
  pages: number
  pictures: number
}

/** `fault` is ours (a disk that does not obey), not the file's; `kind` is a way to write pictures that nobody here reads. */
export type FileProblem = 'password' | 'unreadable' | 'pixels' | 'pages' | 'size' | 'kind' | 'fault'

export type InspectorReply =
  | { kind: 'pages'; pages: number }
  | { kind: 'converted'; conversion: Conversion }
  | { kind: 'problem'; problem: FileProblem; detail: string }

/** Above this a picture is refused before it is decoded: an A2 sheet at 400 dpi. */
export const maxImagePixels = 100_000_000

/** More pictures than this in one file are refused, or all their pixels together above fifty times the limit of one. */
export const maxPicturePages = 500
export const maxPixelsOfPages = 50 * maxImagePixels

export const thumbnailWidthPx = 480

/** Why a file was refused, inside the inspector process. */
export class InspectionError extends Error {
  override name = 'InspectionError'

  constructor(
    readonly problem: FileProblem,
    options: { cause?: unknown } = {},
  ) {
    super(problem, options)
  }
}
