/** What the readers refuse to take on; each is far above honest paper and below what exhausts a child process. */
export const readingLimits = {
  pages: 2_000,
  /** Pixels of one image before it is decoded: 100 megapixels are an A2 sheet at 400 dpi. */
  imagePixels: 100_000_000,
  attachmentBytes: 5_000_000,
} as const
