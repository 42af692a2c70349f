import { type Edges, edgesAt } from '../pdfium/page-frame'
import { type Pdfium, readUtf16, withMemory } from '../pdfium/pdfium'

/** What is filled in or noted in one place of a page, on the page as stored. */
export type Note =
  | { kind: 'field'; edges: Edges; text: string }
  | { kind: 'remark'; edges: Edges; text: string }
  | { kind: 'tick'; edges: Edges; isTicked: boolean }

/** pdfium's handle of a document's form, 0 where it has none. */
export type FormHandle = number

/** FPDF_ANNOT_*: those that paint nothing of their own, or nothing that covers the page. */
const bare = { text: 1, link: 2, highlight: 9, strikeOut: 12, popup: 16, file: 17, movie: 19 }
const freeText = 3
const widget = 20
const flagHidden = 0x02
const flagNoView = 0x20
/** FPDF_FORMFIELD_*. */
const fields = { checkBox: 2, radioButton: 3, comboBox: 4, listBox: 5, text: 6 }
const flagPassword = 1 << 13
const mostNotes = 5_000
const mostOptions = 500

type Asking = { pdfium: Pdfium; form: FormHandle; annotation: number }

/**
 * What a page's form holds and what was noted on it, as far as viewers show it; null where there is nothing to draw.
 */
export function listNotes(input: { pdfium: Pdfium; form: FormHandle; page: number }): Note[] | null {
  const { pdfium, form, page } = input
  const count = Math.min(mostNotes, pdfium._FPDFPage_GetAnnotCount(page))
  const notes: Note[] = []
  let isDrawn = false
  for (let index = 0; index < count; index += 1) {
    const annotation = pdfium._FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    const kind = pdfium._FPDFAnnot_GetSubtype(annotation)
    const isShown = (pdfium._FPDFAnnot_GetFlags(annotation) & (flagHidden | flagNoView)) === 0
    if (isShown && !isBare(kind)) {
      isDrawn = true
      notes.push(...readNote({ asking: { pdfium, form, annotation }, kind }))
    }
    pdfium._FPDFPage_CloseAnnot(annotation)
  }
  return isDrawn ? notes : null
}

function isBare(kind: number): boolean {
  return (
    kind <= bare.link ||
    (kind >= bare.highlight && kind <= bare.strikeOut) ||
    (kind >= bare.popup && kind <= bare.movie)
  )
}

function readNote({ asking, kind }: { asking: Asking; kind: number }): Note[] {
  const { pdfium, form, annotation } = asking
  const edges = readEdges({ pdfium, annotation })
  if (kind === freeText) return [{ kind: 'remark', edges, text: readString({ asking, key: 'Contents' }) }]
  if (kind !== widget) return []
  if (form === 0) return [{ kind: 'remark', edges, text: readString({ asking, key: 'V' }) }]
  switch (pdfium._FPDFAnnot_GetFormFieldType(form, annotation)) {
    case fields.checkBox:
    case fields.radioButton:
      return [{ kind: 'tick', edges, isTicked: isTicked(asking) }]
    case fields.text: {
      const isSecret = (pdfium._FPDFAnnot_GetFormFieldFlags(form, annotation) & flagPassword) !== 0
      return isSecret ? [] : [{ kind: 'field', edges, text: readValue(asking) }]
    }
    case fields.listBox:
      return [{ kind: 'remark', edges, text: readChoice(asking) }]
    case fields.comboBox:
      return [{ kind: 'field', edges, text: readChoice(asking) || readValue(asking) }]
    default:
      return []
  }
}

/** By the name of the appearance that is shown. */
function isTicked(asking: Asking): boolean {
  const shown = readString({ asking, key: 'AS' })
  return shown !== '' && shown !== 'Off'
}

function readEdges({ pdfium, annotation }: { pdfium: Pdfium; annotation: number }): Edges {
  return withMemory({
    pdfium,
    bytes: 16,
    use: (memory) => {
      pdfium.HEAPU8.fill(0, memory, memory + 16)
      pdfium._FPDFAnnot_GetRect(annotation, memory)
      const edges = new Float32Array(pdfium.HEAPU8.slice(memory, memory + 16).buffer)
      return edgesAt({ edges, index: 0 })
    },
  })
}

function readValue({ pdfium, form, annotation }: Asking): string {
  return readUtf16({
    pdfium,
    write: (buffer, bytes) => pdfium._FPDFAnnot_GetFormFieldValue(form, annotation, buffer, bytes),
  })
}

/** The labels of the chosen options: their values may be codes that nobody sees. */
function readChoice({ pdfium, form, annotation }: Asking): string {
  const count = Math.min(mostOptions, pdfium._FPDFAnnot_GetOptionCount(form, annotation))
  return Array.from({ length: Math.max(0, count) }, (_, option) => option)
    .filter((option) => pdfium._FPDFAnnot_IsOptionSelected(form, annotation, option) === 1)
    .map((option) =>
      readUtf16({
        pdfium,
        write: (buffer, bytes) => pdfium._FPDFAnnot_GetOptionLabel(form, annotation, option, buffer, bytes),
      }),
    )
    .join('\n')
}

function readString({ asking, key }: { asking: Asking; key: string }): string {
  const { pdfium, annotation } = asking
  const name = Buffer.from(`${key}\0`)
  return withMemory({
    pdfium,
    bytes: name.length,
    use: (memory) => {
      pdfium.HEAPU8.set(name, memory)
      return readUtf16({
        pdfium,
        write: (buffer, bytes) => pdfium._FPDFAnnot_GetStringValue(annotation, memory, buffer, bytes),
      })
    },
  })
}
