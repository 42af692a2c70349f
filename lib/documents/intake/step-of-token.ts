import { AppError } from '@/lib/errors'
import type { SignedInUser } from '@/lib/people/roles'

/** An access token may be for some steps alone. Throws token.step_forbidden. */
export function requireStepOfToken({ user, stepId }: { user: SignedInUser; stepId: string }): void {
  const steps = user.token?.steps ?? null
  if (steps && !steps.includes(stepId)) throw new AppError('token.step_forbidden')
}
