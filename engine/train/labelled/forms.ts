import { featuresOfColumns } from '@/engine/extract/labelled/features/list-features'
import { type Scored, scoreCandidates } from '@/engine/extract/labelled/rank-candidates'
import { type Candidate, openSearch } from '@/engine/extract/labelled/search/collect'
import { type Paper, toPaper } from '@/engine/extract/paper/paper'
import { readJsonSchema } from '@/engine/extract/schema/json-schema'
import { readSchemaFields } from '@/engine/extract/schema/read-schema'
import type { ListField, ValueField } from '@/engine/extract/schema/schema-field'
import { type ListRow, readLists, wordsOfLists } from '@/engine/extract/tables/read-lists'
import type { SchemaValue } from '@/engine/extract/values/read-kind'
import type { Box, Reading } from '@/engine/readers/reading'
import { formToReading } from '@/tests/papers/forms/form-to-reading'
import { makeForm } from '@/tests/papers/forms/make-form'
import { leavesOf } from '@/tests/papers/forms/truth-leaves'
import { wordsOfOccurrence } from '@/tests/papers/to-reading'
import { foldOf } from '../generated'

/** One single value that a form's schema asks for. */
export type FormSample = {
  field: ValueField
  /** Undefined where the form does not print it. */
  truth: unknown
  scored: Scored
  isRight: boolean[]
}

export type FormSamples = {
  id: string
  group: string
  language: string
  fold: number
  isNoisy: boolean
  samples: FormSample[]
  columns: ColumnSample[]
}

/** A column of a list that was read, and how much of it is right. */
export type ColumnSample = { places: Int32Array; right: number; total: number }

const noisyEvery = 4

/** Forms of the generator with the candidates of all single values that their schemas ask for. */
export function* collectForms({
  count,
  firstSeed,
}: {
  count: number
  firstSeed: number
}): Generator<FormSamples> {
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const form = makeForm({ seed })
    const noise = seed % noisyEvery === 0 ? 0.1 + (seed % 7) / 15 : 0
    const reading = formToReading(form, { noise, seed })
    const paper = toPaper(reading)
    const { values, lists } = readSchemaFields(readJsonSchema(form.schema))
    const read = readLists({ paper, lists })
    const search = openSearch({ paper, fields: values, taken: wordsOfLists(read) })
    const leaves = leavesOf(form.truth)
    yield {
      id: form.id,
      group: form.group,
      language: form.language,
      fold: foldOf(form.group),
      isNoisy: noise > 0,
      columns: columnsOf({ paper, read, leaves }),
      samples: values.map((field): FormSample => {
        const path = field.path.join('.')
        const truth = leaves.get(path)
        const boxes = boxesOf({ reading, occurrences: form.places.get(path) ?? [] })
        const scored = scoreCandidates({ search, field })
        const isRight = scored.candidates.map(
          (candidate) => isSameValue({ a: truth, b: candidate.read.value }) && isAt({ candidate, boxes }),
        )
        return { field, truth, scored, isRight: [...isRight, !isRight.includes(true)] }
      }),
    }
  }
}

function columnsOf({
  paper,
  read,
  leaves,
}: {
  paper: Paper
  read: Map<ListField, ListRow[]>
  leaves: Map<string, unknown>
}): ColumnSample[] {
  return [...read].flatMap(([list, rows]) =>
    [...featuresOfColumns({ paper, list, rows })].map(([field, places]) => {
      const path = list.isPlain ? [] : field.path
      let [right, total] = [0, 0]
      for (const [at, row] of rows.entries()) {
        const cell = row.get(field)
        if (!cell) continue
        total += 1
        const truth = leaves.get([...list.path, at, ...path].join('.'))
        if (isSameValue({ a: truth, b: cell.value })) right += 1
      }
      return { places, right, total }
    }),
  )
}

/** As results are compared: letters and figures of texts, amounts to the cent. */
export function isSameValue({ a, b }: { a: unknown; b: SchemaValue }): boolean {
  if (typeof a === 'number') return typeof b === 'number' && Math.abs(a - b) < 0.005
  if (typeof a === 'boolean') return a === b
  return typeof a === 'string' && typeof b === 'string' && lettersOf(a) === lettersOf(b)
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

type PlacedBox = { page: number; box: Box }

function boxesOf({
  reading,
  occurrences,
}: {
  reading: Reading
  occurrences: Parameters<typeof wordsOfOccurrence>[0]['occurrence'][]
}): PlacedBox[] {
  return occurrences
    .flatMap((occurrence) => wordsOfOccurrence({ reading, occurrence }))
    .flatMap(({ page, word }) => {
      const box = reading.pages[page]?.words[word]?.box
      return box ? [{ page, box }] : []
    })
}

/** The same value printed for something else is not the right one. */
function isAt({ candidate: { read, zone }, boxes }: { candidate: Candidate; boxes: PlacedBox[] }): boolean {
  if (boxes.length === 0) return true
  return read.words.some((word) =>
    boxes.some(
      ({ page, box }) =>
        page === zone.cell.page.number - 1 &&
        box.x < word.box.x + word.box.width &&
        word.box.x < box.x + box.width &&
        box.y - box.height < word.box.y + word.box.height &&
        word.box.y < box.y + box.height * 2,
    ),
  )
}
