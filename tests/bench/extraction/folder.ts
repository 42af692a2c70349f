import { basename } from 'node:path'
import { readJsonSchema } from '@/engine/extract/schema/json-schema'
import { schemaPipeline } from '@/engine/pipeline/steps/load-step'
import { extractSample } from './extract-sample'
import { type LabelledDocument, type RobustnessFile, readLabels, type SchemaTask } from './labels'
import {
  print,
  printCertainty,
  printMarks,
  printMisses,
  printRobustness,
  type RobustnessOutcome,
} from './report'
import { printSchemaMarks, type SchemaMark, scoreSchemaTask } from './schema'
import { findInventions, type Mark, scoreDocument } from './score'

export type BenchSettings = {
  folder: string
  /** Whether misses are named. */
  isTold: boolean
  only: string | undefined
  readings: string | undefined
}

/** A folder of papers with a `labels.json`: documents, files that try the reader, and tasks with schemas of their own. */
export async function benchFolder(settings: BenchSettings): Promise<void> {
  const { folder, isTold, only = '' } = settings
  const labels = readLabels(folder)
  const isWanted = ({ file }: { file: string }) => file.includes(only)
  const documents = labels.documents.filter(isWanted)
  if (documents.length > 0) await benchDocuments({ ...settings, documents })
  const outcomes = []
  for (const expectation of labels.robustness.filter(isWanted))
    outcomes.push(await tryReader({ ...settings, expectation }))
  if (outcomes.length > 0) printRobustness({ outcomes, isTold })
  const tasks = labels.schema_tasks.filter(isWanted)
  if (tasks.length > 0) printSchemaMarks({ marks: await scoreTasks({ ...settings, tasks }), isTold })
}

/** How one of the files ends that try the reader. */
export async function tryReader({
  expectation,
  ...settings
}: Omit<BenchSettings, 'isTold'> & { expectation: RobustnessFile }): Promise<RobustnessOutcome> {
  const { file } = expectation
  const { data, error, ms } = await extractSample({ ...settings, file, pipeline: 'invoice' })
  return { expectation, error, ms, values: Object.keys(data).filter((key) => !key.startsWith('_')) }
}

async function benchDocuments(settings: BenchSettings & { documents: LabelledDocument[] }): Promise<void> {
  const marks: Mark[] = []
  const inventions: string[] = []
  for (const document of settings.documents) {
    const pipeline = document.kind === 'receipt' ? 'receipt' : 'invoice'
    const { data, source } = await extractSample({ ...settings, file: document.file, pipeline })
    marks.push(...scoreDocument({ document, data }).map((mark) => ({ ...mark, source })))
    inventions.push(...findInventions({ document, data }).map((found) => `${document.file}: ${found}`))
  }
  if (settings.isTold) printMisses(marks)
  printMarks({ marks, title: basename(settings.folder) })
  print(`made up where nothing is printed: ${inventions.length}`)
  if (settings.isTold) for (const one of inventions) print(`  ${one}`)
  printCertainty(marks)
}

async function scoreTasks(settings: BenchSettings & { tasks: SchemaTask[] }): Promise<SchemaMark[]> {
  const marks: SchemaMark[] = []
  for (const task of settings.tasks) {
    const schema = readJsonSchema(task.schema)
    const { data } = await extractSample({ ...settings, file: task.file, pipeline: schemaPipeline, schema })
    marks.push(...scoreSchemaTask({ task, data }))
  }
  return marks
}
