/**
 * The columns of the documents table by the width of its box: a card on phones, then more columns as they fit. Header
 * and rows share these, so they stay in line.
 */
export const rowGrid =
  'grid items-center gap-x-4 grid-cols-[1.5rem_minmax(0,1fr)_auto] @2xl:grid-cols-[1.5rem_minmax(0,1fr)_3.5rem_7.5rem_10.5rem] @4xl:grid-cols-[1.5rem_minmax(0,1fr)_10rem_3.5rem_7.5rem_10.5rem] @5xl:grid-cols-[1.5rem_minmax(0,2fr)_minmax(0,1fr)_3.5rem_7.5rem_10.75rem_5.25rem_6rem]'

/** From which width a column is there. */
export const columnShown = {
  step: 'hidden @4xl:block',
  pages: 'hidden @2xl:block',
  received: 'hidden @2xl:block',
  duration: 'hidden @5xl:block',
  person: 'hidden @5xl:block',
}
