import type { ReactNode } from 'react'

type AuthSheetProps = { title: string; description?: string; children?: ReactNode }

/** The content of a page for people without a session: what it is for, then the form. */
export function AuthSheet({ title, description, children }: AuthSheetProps) {
  return (
    <>
      <h1 className="text-xl">{title}</h1>
      {description ? <p className="mt-1.5 text-ink-soft text-sm">{description}</p> : null}
      <div className="mt-6">{children}</div>
    </>
  )
}
