import type { Role } from './role'

/** Take documents from the queue of what waits for a person. */
export const review: readonly Role[] = ['admin', 'uploader', 'reviewer']
