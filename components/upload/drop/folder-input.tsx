import type { RefObject } from 'react'

type FolderInputProps = { inputRef: RefObject<HTMLInputElement | null>; onFiles: (files: File[]) => void }

/** The browser's own chooser of folders, hidden behind a real button; it gives all files below the folder. */
export function FolderInput({ inputRef, onFiles }: FolderInputProps) {
  const keep = (input: HTMLInputElement | null) => {
    // React's types do not know the attribute.
    if (input) input.webkitdirectory = true
    inputRef.current = input
  }
  return (
    <input
      ref={keep}
      type="file"
      multiple
      hidden
      onChange={(event) => {
        onFiles([...(event.target.files ?? [])])
        event.target.value = ''
      }}
    />
  )
}
