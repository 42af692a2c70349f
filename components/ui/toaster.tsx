'use client'

import { Toaster as Sonner } from 'sonner'

/** Short confirmations only; what needs doing stays in the page. */
export function Toaster({ label }: { label: string }) {
  return (
    <Sonner
      position="bottom-center"
      containerAriaLabel={label}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center font-sans gap-3 rounded-xl bg-ink px-4 py-3 text-sm text-paper shadow-large [&_button]:ml-auto [&_button]:font-medium [&_button]:underline',
        },
      }}
    />
  )
}
