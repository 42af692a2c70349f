import type { AcceptedContentType } from '@/base/contract'

/** What the desk asks of the inspector process; paths are absolute. */
export type InspectorTask =
  | { kind: 'check'; path: string; contentType: AcceptedContentType }
  | { kind: 'thumbnail'; path: string; contentType: AcceptedContentType; target: string }

/** `fault` is ours (a disk that does not obey), not the file's. */
export type FileProblem = 'password' | 'unreadable' | 'pixels' | 'fault'

export type InspectorReply =
  | { kind: 'pages'; pages: number }
  | { kind: 'problem'; problem: FileProblem; detail: string }

/** Above this a picture is refused before it is decoded: an A2 sheet at 400 dpi. */
export const maxImagePixels = 100_000_000

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
