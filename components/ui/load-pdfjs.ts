/** Where app/pdfjs serves what pdf.js fetches while it draws: character maps, standard fonts, decoders. */
const assets = '/pdfjs'

/** What every `getDocument` call needs beside the document itself: addresses, and that the policy forbids code made of text. */
export const pdfjsAssets = {
  isEvalSupported: false,
  cMapUrl: `${assets}/cmaps/`,
  standardFontDataUrl: `${assets}/standard_fonts/`,
  wasmUrl: `${assets}/wasm/`,
  iccUrl: `${assets}/iccs/`,
}

let loading: Promise<typeof import('pdfjs-dist')> | undefined

/** pdf.js with its own worker, fetched at the first use. The legacy build, for browsers older than this month's. */
export function loadPdfjs(): Promise<typeof import('pdfjs-dist')> {
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs').then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerSrc = new URL(
      'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
      import.meta.url,
    ).toString()
    return pdfjs
  })
  // Not fetched for want of a line, it is asked for again.
  loading.catch(() => {
    loading = undefined
  })
  return loading
}
