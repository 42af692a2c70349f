import type { PageFocus } from './page-focus'
import type { Mark } from './page-view'

/** What every way of showing an original takes. */
export type OriginalProps = {
  url: string
  name: string
  bytes: number
  marks: Mark[]
  focus: PageFocus | null
  marksShown: boolean
  onToggleMarks: () => void
  onChoose: (path: string) => void
  /** Opens the original anew after a failure. */
  onRetry: () => void
}
