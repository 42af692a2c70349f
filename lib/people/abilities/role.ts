export const roles = ['admin', 'uploader', 'reviewer', 'finance'] as const

export type Role = (typeof roles)[number]
