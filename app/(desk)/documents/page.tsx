import type { Metadata } from 'next'
import { DocumentTable } from '@/components/documents/table/document-table'
import { listViews, readOwnColumns } from '@/lib/documents/views/views'
import { requirePageUser } from '@/lib/http/auth'
import { pageTranslate } from '@/lib/i18n/page'
import { can } from '@/lib/people/roles'
import { listPeople } from '@/lib/people/store'

type SearchParams = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslate()
  return { title: t('table.title') }
}

export default async function DocumentsPage({ searchParams }: { searchParams: SearchParams }) {
  const user = await requirePageUser({ ability: 'documents', path: await here(searchParams) })
  const people = can(user.role, 'settings') ? await listPeople() : []
  const [views, columns] = await Promise.all([listViews(user), readOwnColumns(user)])
  return (
    <DocumentTable people={people.map(({ id, name }) => ({ id, name }))} beginning={{ views, columns }} />
  )
}

/** The address with its filters, so that signing in leads back to the same rows. */
async function here(searchParams: SearchParams): Promise<string> {
  const texts = Object.entries(await searchParams).filter(([, value]) => typeof value === 'string')
  const search = new URLSearchParams(texts.map(([key, value]) => [key, String(value)]))
  return search.size > 0 ? `/documents?${search}` : '/documents'
}
