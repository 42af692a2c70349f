import type { PageWords } from '@/base/contract'

export type PageWord = PageWords['words'][number]

/** What is kept of one document: far above honest paper, and no more than a few megabytes. */
export const wordLimits = { pages: 500, wordsPerPage: 5_000, charactersPerWord: 200 } as const
