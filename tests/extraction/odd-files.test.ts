import { describe, expect, it } from 'vitest'
import { tryReader } from '../bench/extraction/folder'
import { readLabels } from '../bench/extraction/labels'
import { isAsExpected } from '../bench/extraction/report'
import { sharedData } from './support/shared-data'

const { folder, isMissing } = sharedData('samples')
const files = isMissing ? [] : readLabels(folder).robustness.map((one) => ({ ...one, name: shorten(one) }))

describe.skipIf(isMissing)('hostile and odd files (data beside the repository)', () => {
  it.each(files)('$name: $expect', { timeout: 300_000 }, async (expectation) => {
    const outcome = await tryReader({ folder, expectation, only: undefined, readings: undefined })
    expect(isAsExpected(outcome), `${outcome.error} ${outcome.values}`).toBe(true)
  })

  it('there are some', () => {
    expect(files.length).toBeGreaterThan(0)
  })
})

function shorten({ file }: { file: string }): string {
  return file.length > 60 ? `${file.slice(0, 57)}…` : file
}
