'use client'

import { Check, Copy } from 'lucide-react'
import { type ComponentProps, useEffect, useState } from 'react'
import { IconButton } from './icon-button'

type CopyButtonProps = Omit<ComponentProps<typeof IconButton>, 'onClick' | 'label'> & {
  text: string | (() => string)
  /** Names the button: what is copied. */
  label: string
  copiedLabel: string
}

const copiedForMs = 1_500

/** Copies and says so for a moment. */
export function CopyButton({ text, label, copiedLabel, ...props }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), copiedForMs)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = async () => {
    await navigator.clipboard.writeText(typeof text === 'string' ? text : text())
    setCopied(true)
  }
  return (
    <IconButton label={isCopied ? copiedLabel : label} onClick={() => void copy()} {...props}>
      {isCopied ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />}
    </IconButton>
  )
}
