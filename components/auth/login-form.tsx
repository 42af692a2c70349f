'use client'

import { SignInForm } from './sign-in-form'

/** The sign-in of a page of its own. A full load of the next: nothing of an earlier person stays in memory. */
export function LoginForm({ next }: { next: string }) {
  return <SignInForm onSignedIn={() => location.assign(next)} />
}
