'use client'

import type { ReactNode } from 'react'
import type { ResultGroup, ResultRecords } from '../result/result-tree'

type ValueRecordsProps = { records: ResultRecords; renderItem: (item: ResultGroup) => ReactNode }

/** Things with long or nested values, one below the other. Those out of sight are not laid out. */
export function ValueRecords({ records, renderItem }: ValueRecordsProps) {
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
