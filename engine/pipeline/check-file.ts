import type { PageRange } from '../extract/trade/split-documents'
import type { ReadingNotice } from '../readers/reading'
import type { Finding } from './finding'

/** What is to be said of a file as a whole: that it holds several invoices, or what its reader noticed. */
export function checkFile({
  notices,
  documents,
}: {
  notices: ReadingNotice[]
  documents: PageRange[]
}): Finding[] {
  const several = documents.length > 1 ? [severalDocuments(documents)] : []
  return [...several, ...notices.map(toFinding)]
}

function severalDocuments(documents: PageRange[]): Finding {
  const pages = documents
    .map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`))
    .join(', ')
  return toWarning({
    code: 'file.several_documents',
    values: { count: documents.length, pages },
    message: `The file holds ${documents.length} invoices (pages ${pages}); the values are those of the first.`,
  })
}

function toFinding(notice: ReadingNotice): Finding {
  switch (notice.code) {
    case 'file.portfolio':
      return toWarning({
        code: notice.code,
        values: { count: notice.files },
        message: `The PDF is a cover that holds ${notice.files} attached files; send them one by one.`,
      })
    case 'file.dynamic_form':
      return toWarning({
        code: notice.code,
        values: {},
        message:
          'The PDF is a dynamic XFA form whose values only Adobe Reader shows; print it to a PDF and send that.',
      })
    case 'text.unreadable':
      return toWarning({
        code: notice.code,
        values: { count: notice.pages.length, pages: notice.pages.join(', ') },
        message: `The text on ${inWords(notice.pages)} cannot be read.`,
      })
    case 'print.too_small':
      return toWarning({
        code: notice.code,
        values: { count: notice.pages.length, pages: notice.pages.join(', ') },
        message: `The print on ${inWords(notice.pages)} is too small to be read; scan it at a higher resolution.`,
      })
  }
}

function inWords(pages: number[]): string {
  return `page${pages.length === 1 ? '' : 's'} ${pages.join(', ')}`
}

function toWarning({ code, values, message }: Pick<Finding, 'code' | 'values' | 'message'>): Finding {
  return { severity: 'warning', code, fields: [], values, message }
}
