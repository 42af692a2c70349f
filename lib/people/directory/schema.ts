import { z } from 'zod'
import { roles } from '../roles'

const instant = z.iso.datetime()

const personSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
  disabled: z.boolean(),
  createdAt: instant,
})
export type Person = z.infer<typeof personSchema>

/** An invitation nobody has used yet; its link is shown once, when it is made. */
const openInvitationSchema = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  expiresAt: instant,
  expired: z.boolean(),
})
export type OpenInvitation = z.infer<typeof openInvitationSchema>

export const directorySchema = z.object({
  people: z.array(personSchema),
  invitations: z.array(openInvitationSchema),
})
export type Directory = z.infer<typeof directorySchema>

export const personChangeSchema = z.object({
  role: z.enum(roles).optional(),
  disabled: z.boolean().optional(),
})
export type PersonChange = z.infer<typeof personChangeSchema>

export const newInvitationSchema = z.object({
  email: z.email().transform((email) => email.trim().toLowerCase()),
  role: z.enum(roles),
})
export type NewInvitation = z.infer<typeof newInvitationSchema>

/** `isMailed`: the link is on its way to the person already. */
export const invitationLinkSchema = z.object({ link: z.string(), expiresAt: instant, isMailed: z.boolean() })
export type InvitationLink = z.infer<typeof invitationLinkSchema>
