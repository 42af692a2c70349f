import type { Role } from './role'

/** See, switch and forget what was learnt from corrections: of everybody's documents. */
export const lessons: readonly Role[] = ['admin', 'reviewer']
