import { expect, test } from 'vitest'
import { stream } from '@/tests/fixtures/write-pdf'
import { type PageParts, print, textOf } from '@/tests/support/paper/pdf-page'

const shown = print('Total due 576.00', { x: 50, y: 700 })
const trap = (options: { colour?: string; size?: number } = {}) =>
  print('Total 9,999.00', { x: 50, y: 500, ...options })

async function expectOnlyShown(parts: PageParts) {
  expect(await textOf(parts)).toBe('Total due 576.00')
}

test('white print on white paper is not read', () =>
  expectOnlyShown({ content: `${shown} ${trap({ colour: '1 g' })}` }))

test('print in the colour of the band that it lies on is not read', () =>
  expectOnlyShown({
    content: `${shown} 0.2 0.3 0.6 rg 0 490 595 30 re f ${trap({ colour: '0.2 0.3 0.62 rg' })}`,
  }))

test('white print on a dark band is read', async () => {
  const content = `0 0 0.4 rg 0 490 595 30 re f ${trap({ colour: '1 g' })}`
  expect(await textOf({ content })).toBe('Total 9,999.00')
})

test('white print on a dark shape with round corners is read', async () => {
  const content = `0 0 0.4 rg 40 490 m 300 490 l 310 490 310 520 300 520 c 40 520 l 30 510 30 500 40 490 c f ${trap({ colour: '1 g' })}`
  expect(await textOf({ content })).toBe('Total 9,999.00')
})

test('print that a later shape covers is not read', () =>
  expectOnlyShown({ content: `${trap()} 1 g 0 490 595 30 re f ${shown}` }))

test('print that a later highlight shines through is read', async () => {
  const content = `${trap()} q /G gs 1 1 0 rg 0 490 595 30 re f Q`
  expect(await textOf({ content, resources: '/ExtGState << /G << /ca 0.4 >> >>' })).toBe('Total 9,999.00')
})

test('print outside the clip is not read, and print within it is', async () => {
  await expectOnlyShown({ content: `${shown} q 0 600 595 100 re W n ${trap()} Q` })
  expect(await textOf({ content: `q 0 480 595 100 re W n ${trap()} Q` })).toBe('Total 9,999.00')
})

test('print without any opacity is not read', () =>
  expectOnlyShown({
    content: `${shown} q /G gs ${trap()} Q`,
    resources: '/ExtGState << /G << /ca 0 /CA 0 >> >>',
  }))

test('print in invisible mode is not read on a page without a picture', () =>
  expectOnlyShown({ content: `${shown} BT 3 Tr /F 12 Tf 50 500 Td (Total 9,999.00) Tj ET` }))

test('print smaller than two points is not read, by its font or by its scale', async () => {
  await expectOnlyShown({ content: `${shown} ${trap({ size: 1 })}` })
  await expectOnlyShown({
    content: `${shown} q 0.1 0 0 0.1 0 0 cm ${print('Total 9,999.00', { x: 500, y: 5000 })} Q`,
  })
})

test('print of size one at the scale of ten is read', async () => {
  const content = 'BT /F 1 Tf 10 0 0 10 50 500 Tm (Total 9,999.00) Tj ET'
  expect(await textOf({ content })).toBe('Total 9,999.00')
})

test('print outside the crop box or the page is not read', async () => {
  await expectOnlyShown({ content: `${shown} ${trap()}`, page: '/CropBox [0 600 595 842]' })
  await expectOnlyShown({ content: `${shown} ${print('Total 9,999.00', { x: 700, y: 500 })}` })
})

const layers = (state: string) => `/OCProperties << /OCGs [6 0 R] /D << ${state} /Order [6 0 R] >> >>`
const layer = '<< /Type /OCG /Name (Copy) >>'

test('print on a layer that is off is not read, and on one that is on it is', async () => {
  const parts = {
    content: `${shown} /OC /L BDC ${trap()} EMC`,
    resources: '/Properties << /L 6 0 R >>',
    objects: [layer],
  }
  await expectOnlyShown({ ...parts, catalog: layers('/OFF [6 0 R]') })
  expect(await textOf({ ...parts, catalog: layers('/ON [6 0 R]') })).toBe('Total due 576.00 Total 9,999.00')
})

test('a form on a layer that is off is not read', () => {
  const form = stream({
    content: trap(),
    entries:
      '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /OC 6 0 R /Resources << /Font << /F 5 0 R >> >>',
  })
  return expectOnlyShown({
    content: `${shown} /X Do`,
    resources: '/XObject << /X 7 0 R >>',
    catalog: layers('/OFF [6 0 R]'),
    objects: [layer, form],
  })
})

test('a form is read where its matrix puts it, and not where it is clipped away', async () => {
  const form = stream({
    content: print('Total 9,999.00', { x: 0, y: 0 }),
    entries: '/Type /XObject /Subtype /Form /BBox [0 -5 200 20] /Resources << /Font << /F 5 0 R >> >>',
  })
  const parts = { resources: '/XObject << /X 6 0 R >>', objects: [form] }
  expect(await textOf({ ...parts, content: 'q 1 0 0 1 50 500 cm /X Do Q' })).toBe('Total 9,999.00')
  await expectOnlyShown({ ...parts, content: `${shown} q 0 600 595 99 re W n 1 0 0 1 50 500 cm /X Do Q` })
})

test('narrow letters that stand alone are no tiny print', async () => {
  const letters = [...'Bill']
    .map((letter, index) => print(letter, { x: 50 + index * 3, y: 500, size: 5 }))
    .join(' ')
  expect((await textOf({ content: `${shown} ${letters}` })).replaceAll(' ', '')).toContain('Bill')
})

test('a word that is painted in two colours stays one word', async () => {
  const content = 'BT /F 12 Tf 50 500 Td 0 g (9,) Tj 0.8 g (999.00) Tj ET'
  expect(await textOf({ content })).toBe('9,999.00')
})

test('white words on a band are whole where each letter is painted by itself', async () => {
  const letters = [...'Item'].map((letter) => `(${letter}) Tj`).join(' ')
  const content = `${shown} 0.2 g 0 490 595 30 re f BT /F 12 Tf 50 500 Td 1 g ${letters} ET`
  expect(await textOf({ content })).toBe('Total due 576.00 Item')
})
