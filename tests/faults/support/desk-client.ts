import { type DocumentSummary, documentPageSchema } from '@/lib/documents/model/schema'
import { liveDocumentLimit } from '@/lib/documents/queries'
import { type LedgerLine, ledgerPageSchema } from '@/lib/usage/schema'
import { admin } from './desk'

export type DeskClient = {
  url: string
  cookie: string
  /** As a script would call; throws on what is no 2xx. */
  getJson: (path: string) => Promise<unknown>
  listDocuments: () => Promise<DocumentSummary[]>
  /** As many as a screen keeps in view. */
  listNewest: () => Promise<DocumentSummary[]>
  /** The ledger lines of the last two and the coming month. */
  listLedger: () => Promise<LedgerLine[]>
}

/** Signs in as the administrator. */
export async function openDeskClient(url: string): Promise<DeskClient> {
  const cookie = await signIn(url)
  const getJson = async (path: string) => {
    const response = await fetch(url + path, {
      headers: { Cookie: cookie },
      signal: AbortSignal.timeout(20_000),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  return {
    url,
    cookie,
    getJson,
    listNewest: async () => {
      const page = await getJson(`/api/documents?limit=${liveDocumentLimit}`)
      return documentPageSchema.parse(page).documents
    },
    listDocuments: () =>
      readPages(async (cursor) => {
        const page = documentPageSchema.parse(await getJson(`/api/documents?limit=500${cursor}`))
        return { rows: page.documents, nextCursor: page.nextCursor }
      }),
    listLedger: async () =>
      (await Promise.all(monthsAround().map((month) => readLedger({ getJson, month })))).flat(),
  }
}

async function signIn(url: string): Promise<string> {
  const csrf = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { Cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ ...admin, csrfToken, json: 'true' }),
  })
  if (!answer.ok) throw new Error(`the administrator could not sign in: ${answer.status}`)
  return cookiesOf(answer)
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

type Page<Row> = { rows: Row[]; nextCursor: string | null }

async function readPages<Row>(read: (cursor: string) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Page<Row> = await read(cursor && `&cursor=${encodeURIComponent(cursor)}`)
    rows.push(...page.rows)
    cursor = page.nextCursor
  }
  return rows
}

type LedgerGiven = { getJson: DeskClient['getJson']; month: { year: number; month: number } }

function readLedger({ getJson, month: { year, month } }: LedgerGiven): Promise<LedgerLine[]> {
  return readPages(async (cursor) => {
    const path = `/api/usage/lines?year=${year}&month=${month}&limit=500${cursor}`
    const page = ledgerPageSchema.parse(await getJson(path))
    return { rows: page.lines, nextCursor: page.nextCursor }
  })
}

/** The clock of a desk may be shifted by hours, so a neighbouring month may have lines, too. */
function monthsAround(): { year: number; month: number }[] {
  const now = new Date()
  return [-1, 0, 1].map((offset) => {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1))
    return { year: first.getUTCFullYear(), month: first.getUTCMonth() + 1 }
  })
}
