// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { useEffect } from 'react'
import { expect, test, vi } from 'vitest'
import { renderDesk } from '@/tests/support/render'
import { PagePicturesProvider, useTakePicture } from '../page/page-pictures'
import type { Rotation } from '../page/page-view'
import { EvidencePicture } from './evidence-picture'

const evidence = { page: 1, box: [0, 0, 0.4, 0.1] as const, text: 'Acme', confidence: 0.4 }

function Page({ picture, rotation }: { picture: HTMLCanvasElement; rotation: Rotation }) {
  const take = useTakePicture()
  useEffect(() => take({ page: 1, picture, rotation }), [take, picture, rotation])
  return null
}

/** A crop of a page that is drawn in such a size; what was drawn into it, from where. */
function showCrop({ width, height, rotation = 0 }: { width: number; height: number; rotation?: Rotation }) {
  const drawImage = vi.fn()
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ drawImage } as never)
  const picture = Object.assign(document.createElement('canvas'), { width, height })
  renderDesk(
    <PagePicturesProvider>
      <Page picture={picture} rotation={rotation} />
      <EvidencePicture evidence={{ ...evidence, box: [...evidence.box] }} />
    </PagePicturesProvider>,
  )
  expect(screen.getByRole('img')).toBeTruthy()
  return drawImage.mock.calls.map((call) => call.slice(1, 5).map(Math.round))
}

test('the piece of the page around the value is drawn', () => {
  expect(showCrop({ width: 1000, height: 1000 })).toEqual([[0, 0, 1000, 280]])
})

test('of a page that was emptied meanwhile nothing is drawn', () => {
  expect(showCrop({ width: 0, height: 0 })).toEqual([])
})

test('on a page drawn turned the piece is looked for where it is now', () => {
  expect(showCrop({ width: 1000, height: 1000, rotation: 180 })).toEqual([[0, 720, 1000, 280]])
})
