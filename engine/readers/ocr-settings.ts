/** `auto`: natively where tesseract is on the PATH, else in WebAssembly. */
export const ocrPrograms = ['auto', 'native', 'wasm'] as const
type OcrProgram = (typeof ocrPrograms)[number]

export type OcrSettings = {
  /** Which tesseract reads the lines of print a second time. */
  program: OcrProgram
  /** As tesseract names them, the likeliest first. */
  languages: string[]
  /** Threads of the recognisers in each reading process. */
  threads: number
  /** A folder with a further recogniser; null: none. */
  modelsFolder: string | null
}

/**
 * Those whose data come with the engine. The first two are read on every page, accents best in first place; the others on
 * pages that speak them.
 */
export const defaultOcrLanguages = ['spa', 'eng', 'deu', 'fra']

let chosen: OcrSettings = { program: 'auto', languages: defaultOcrLanguages, threads: 1, modelsFolder: null }

/** Says how pictures are read in this process; before the first picture. */
export function chooseOcr(settings: Partial<OcrSettings>): void {
  chosen = { ...chosen, ...settings }
}

export function chosenOcr(): OcrSettings {
  return chosen
}
