/** Each strip is one line (7). Method 1 sets black apart from white region by region. */
export const parameters = {
  tessedit_pageseg_mode: '7',
  thresholding_method: '1',
  user_defined_dpi: '300',
  // Otherwise each speck of dirt complains on the engine's standard error.
  debug_file: '/dev/null',
} as const

/** A tesseract that gives nothing for so long hangs; a strip takes a fiftieth of a second. */
export const stallMs = 120_000
