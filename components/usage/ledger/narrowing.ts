import type { Share } from '@/lib/usage/schema'

/** The lines of one person or of one step alone. */
export type Narrowing = { kind: 'person' | 'step'; share: Share }
