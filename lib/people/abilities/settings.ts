import type { Role } from './role'

/** People, steps, quota, mail and the connection; the access tokens of all. */
export const settings: readonly Role[] = ['admin']
