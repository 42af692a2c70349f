import { readdirSync } from 'node:fs'
import { can, homePath, roles } from '@/lib/people/roles'
import { expectAccessible } from './support/accessible'
import { sameInEveryLanguage } from './support/tags'
import { expect, test } from './support/test'

/** Every page of the signed-in desk and the ability it asks for, or that it is for everyone; a page that is missing here fails the last test. */
const pages = {
  '/': 'documents',
  '/account': 'signed-in',
  '/batches': 'documents',
  '/review/lessons': 'lessons',
  '/documents': 'documents',
  '/review': 'review',
  '/usage': 'usage',
  '/settings': 'settings',
} as const

for (const role of roles) {
  test.describe(`as ${role}`, () => {
    test.use({ role })
    for (const [path, ability] of Object.entries(pages)) {
      if (ability === 'signed-in' || can(role, ability)) {
        test(`${path} opens, and can be used by everyone`, async ({ page }) => {
          await page.goto(path)
          await expect(page).toHaveURL(new RegExp(`${path}$`))
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await expectAccessible(page)
        })
      } else {
        test(`${path} leads back home`, { tag: sameInEveryLanguage }, async ({ page }) => {
          await page.goto(path)
          await expect(page).toHaveURL(new RegExp(`${homePath(role)}$`))
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        })
      }
    }
  })
}

test.describe('on every device', () => {
  test.use({ role: 'admin' })
  for (const path of Object.keys(pages)) {
    test(`${path} fits a phone`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 780 })
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const overflow = await page.evaluate(() => document.body.scrollWidth - window.innerWidth)
      expect(overflow, 'pixels beyond the right edge').toBeLessThanOrEqual(0)
      await expectAccessible(page)
    })

    test(`${path} can be read in the dark`, { tag: sameInEveryLanguage }, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
    })
  }
})

test('without a session every page leads to the sign-in page and back', { tag: sameInEveryLanguage }, async ({
  page,
}) => {
  for (const path of Object.keys(pages)) {
    await page.goto(path)
    await expect(page).toHaveURL(new RegExp(`/login\\?next=${encodeURIComponent(path)}`))
  }
})

test('no page of the desk is left out of this walk', { tag: sameInEveryLanguage }, () => {
  const found = readdirSync('app/(desk)', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page.tsx') && !file.includes('['))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`)
  expect(found.sort()).toEqual(Object.keys(pages).sort())
})
