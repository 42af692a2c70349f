'use client'

import type { ReactNode } from 'react'
import type { ResultGroup, ResultNode, ResultRecords } from '../result/result-tree'
import { TableGrid } from '../table/table-grid'
import { ValueLine } from './value-line'

type ValueNodesProps = { nodes: ResultNode[]; keysShown: boolean }

/** The fields of a result, or of a part of one, each in the way its shape asks for. */
export function ValueNodes({ nodes, keysShown }: ValueNodesProps) {
  return nodes.map((node) => {
    if (node.kind === 'value') {
      return (
        <dl key={node.path}>
          <ValueLine value={node} keysShown={keysShown} />
        </dl>
      )
    }
    if (node.kind === 'table') return <TableGrid key={node.path} table={node} />
    if (node.kind === 'records') {
      return (
        <ValueRecords
          key={node.path}
          records={node}
          renderItem={(item) => <ValueNodes nodes={item.children} keysShown={keysShown} />}
        />
      )
    }
    return (
      <section key={node.path} aria-label={node.label} className="my-2 border-line-strong border-l-2">
        <h3 className="px-4 pt-1 pb-0.5 text-sm sm:px-5">{node.label}</h3>
        <ValueNodes nodes={node.children} keysShown={keysShown} />
      </section>
    )
  })
}

type ValueRecordsProps = { records: ResultRecords; renderItem: (item: ResultGroup) => ReactNode }

/** Things with long or nested values, one below the other. Those out of sight are not laid out. */
function ValueRecords({ records, renderItem }: ValueRecordsProps) {
  return (
    <section aria-label={records.label} className="py-3">
      <h3 className="px-4 pb-2 text-sm sm:px-5">{records.label}</h3>
      {records.items.map((item) => (
        <article
          key={item.path}
          aria-label={`${records.label} ${item.label}`}
          className="border-t py-1.5 [contain-intrinsic-size:auto_16rem] [content-visibility:auto]"
        >
          {renderItem(item)}
        </article>
      ))}
    </section>
  )
}
