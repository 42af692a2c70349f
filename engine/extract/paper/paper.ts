import type { Reading } from '../../readers/reading'
import { buildLayout, type Layout } from '../layout/layout'
import { concludeContext, type ReadingContext } from '../values/context'
import { memoizeByRef } from '../vocabulary/memoize-by-ref'

/** A document as extraction sees it: laid out, with what it says about its own notation. */
export type Paper = Layout & { context: ReadingContext }

/** Lays a reading out; worked out once for each. */
export const toPaper = memoizeByRef((reading: Reading): Paper => {
  const layout = buildLayout(reading.pages)
  return { ...layout, context: concludeContext(layout) }
})
