import { z } from 'zod'

/** What a mail is about: finished documents, the month's pages, a key that is refused, an invitation, a new password. */
const mailKinds = ['digest', 'quota', 'key', 'invitation', 'password'] as const
export type MailKind = (typeof mailKinds)[number]

/** `failed` was given up; nobody tries it again. */
const mailStates = ['waiting', 'sent', 'failed'] as const
export type MailState = (typeof mailStates)[number]

const mailProblemSchema = z.object({
  id: z.string(),
  kind: z.enum(mailKinds),
  recipient: z.string(),
  state: z.enum(mailStates),
  tries: z.number().int(),
  problem: z.string(),
  /** When it is tried next; null once it was given up. */
  nextTryAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
})
export type MailProblem = z.infer<typeof mailProblemSchema>

/** How mail stands. `from` and `server` are null where no mail server is set; the password is never among them. */
export const mailFactsSchema = z.object({
  from: z.string().nullable(),
  server: z.string().nullable(),
  waiting: z.number().int(),
  lastSentAt: z.iso.datetime().nullable(),
  /** The newest that failed or are tried again, at most ten. */
  problems: z.array(mailProblemSchema),
})
export type MailFacts = z.infer<typeof mailFactsSchema>

/** The answer to a test mail: to whom it went, in the mail server's words. */
export const testMailSchema = z.object({ recipient: z.string(), answer: z.string() })
