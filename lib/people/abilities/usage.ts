import type { Role } from './role'

/** See what the months cost, and export it. */
export const usage: readonly Role[] = ['admin', 'finance']
