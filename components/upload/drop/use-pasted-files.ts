'use client'

import { useEffect, useRef } from 'react'

/** Takes files out of the clipboard, wherever the reader is, except while they type. */
export function usePastedFiles(take: (files: File[]) => void): void {
  const current = useRef(take)
  current.current = take
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, [contenteditable="true"]')
      if (files.length === 0 || isTyping) return
      event.preventDefault()
      current.current(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}

/** Browsers call every pasted picture `image.png`; the time tells them apart. */
export function nameByTime({ file, name }: { file: File; name: string }): File {
  if (!/^image\.\w+$/.test(file.name)) return file
  const ending = file.name.slice(file.name.lastIndexOf('.'))
  return new File([file], `${name}${ending}`, { type: file.type, lastModified: file.lastModified })
}
