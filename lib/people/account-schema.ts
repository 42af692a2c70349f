import { z } from 'zod'

export const minPasswordLength = 10

const token = z.string().min(1).max(200)
const emailSchema = z.string().trim().toLowerCase().pipe(z.email().max(200))
const name = z.string().trim().min(1).max(100)
/** The upper end keeps a hostile caller from having megabytes hashed. */
const password = z.string().min(minPasswordLength).max(200)

export const setupSchema = z.object({ token, name, email: emailSchema, password })
export type Setup = z.infer<typeof setupSchema>

/** The account of someone invited; the address and the role stand in the invitation. */
export const acceptanceSchema = z.object({ token, name, password })
export type Acceptance = z.infer<typeof acceptanceSchema>

/** A new password for an account there is, with the token of the link to it. */
export const newPasswordSchema = z.object({ token, password })
export type NewPassword = z.infer<typeof newPasswordSchema>

export const passwordChangeSchema = z.object({ current: z.string().min(1).max(200), password })
export type PasswordChange = z.infer<typeof passwordChangeSchema>

/** The answer to all four: what to sign in with. */
export const newAccountSchema = z.object({ email: z.string() })
