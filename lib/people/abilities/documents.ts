import type { Role } from './role'

/** Send, see, change and export documents: their own, or everybody's (documents/read/visibility). */
export const documents: readonly Role[] = ['admin', 'uploader', 'reviewer']

/** See everybody's whatever the settings say of uploaders. */
export const documentsOfAll: readonly Role[] = ['admin', 'reviewer']

/** Delete what others uploaded. */
export const deletionsOfAll: readonly Role[] = ['admin']
