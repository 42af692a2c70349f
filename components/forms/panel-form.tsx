import { type FormEventHandler, type ReactNode, useId } from 'react'

type PanelFormProps = { title: string; onSubmit: FormEventHandler<HTMLFormElement>; children: ReactNode }

/** A form at the end of a panel, called as its heading says. */
export function PanelForm({ title, onSubmit, children }: PanelFormProps) {
  const titleId = useId()
  return (
    <form
      method="post"
      onSubmit={onSubmit}
      noValidate
      aria-labelledby={titleId}
      className="border-t p-5 sm:p-6"
    >
      <h3 id={titleId} className="mb-3 text-sm">
        {title}
      </h3>
      {children}
    </form>
  )
}
