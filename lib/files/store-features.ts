import 'server-only'
import { getSettings } from '../env'
import { log } from '../log'
import { onceResolved } from '../once'
import { describeS3Location, parseS3Location } from '../s3-location'
import type { S3Features } from './s3/s3-features'

const all: S3Features = { listParts: true, conditionalWrites: true }

/** What the file store can do, tried once; while it cannot be tried, whoever asks is told why. */
export function storeFeatures(): Promise<S3Features> {
  return onceResolved('store features', tryFeatures)
}

async function tryFeatures(): Promise<S3Features> {
  const { FILES_URL } = getSettings()
  if (!FILES_URL) return all
  const { readS3Features } = await import('./s3/s3-features')
  return readS3Features(parseS3Location(FILES_URL))
}

/** Tells in a line at the start what the file store lacks and what follows from it. */
export async function tellWhatStoreLacks(): Promise<void> {
  try {
    const line = describeLack(await storeFeatures())
    if (line) process.stderr.write(`${line}\n`)
  } catch (error) {
    log.warn(
      { err: error },
      'what the file store can do could not be tried; it is tried again with the first upload',
    )
  }
}

function describeLack({ listParts, conditionalWrites }: S3Features): string | null {
  const lacks = [
    ...(listParts
      ? []
      : ['ListParts, so unfinished uploads are kept in the data folder of each desk instead']),
    ...(conditionalWrites
      ? []
      : ['conditional writes (If-None-Match), so let no other installation use the same bucket and prefix']),
  ]
  if (lacks.length === 0) return null
  const { FILES_URL = '' } = getSettings()
  return `FILES_URL: ${describeS3Location(parseS3Location(FILES_URL))} lacks ${lacks.join('; and ')}.`
}
