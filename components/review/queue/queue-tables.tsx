'use client'

import { useMemo } from 'react'
import { useI18n } from '@/components/shell/i18n'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { buildDocumentTree } from '../result/document-tree'
import type { ResultNode, ResultTable } from '../result/result-tree'
import { TableGrid } from '../table/table-grid'

/** The tables of the document in review, below its fields. */
export function QueueTables({ document }: { document: DocumentDetail }) {
  const { locale } = useI18n()
  const tables = useMemo(() => listTables(buildDocumentTree({ document, locale })), [document, locale])
  return tables.map((table) => <TableGrid key={table.path} table={table} />)
}

function listTables(nodes: ResultNode[]): ResultTable[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'table') return node.rows.length > 0 || node.removed.length > 0 ? [node] : []
    return node.kind === 'group' ? listTables(node.children) : []
  })
}
