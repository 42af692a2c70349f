import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Recogniser } from './recognise-strips'

/** The recogniser in a folder: a model and its letters, as PaddleOCR publishes them. @throws Error when there is none. */
export async function findFurtherRecogniser(folder: string): Promise<Recogniser> {
  const names = (await readdir(folder)).sort()
  const [model, letters] = ['.onnx', '.txt'].map((ending) => names.find((name) => name.endsWith(ending)))
  if (!model || !letters) throw new Error(`${folder} holds no model (.onnx) with its letters (.txt).`)
  return { model: join(folder, model), letters: join(folder, letters) }
}
