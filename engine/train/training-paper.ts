import type { Reading } from '../readers/reading'

/** A paper with what is true of it. A field that is `null` is not printed; one that is not there is not known. */
export type TrainingPaper = {
  id: string
  source: string
  /** Companies of one group are in one fold. */
  fold: number
  group: string
  reading: Reading
  truth: { [field: string]: string | number | null }
}
