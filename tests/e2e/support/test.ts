import { test as base, expect } from '@playwright/test'
import type { Locale } from '@/lib/i18n/catalogues'
import type { Translate } from '@/lib/i18n/translate-messages'
import type { Role } from '@/lib/people/roles'
import { stateFile } from './test-desk'
import { createWords } from './words'

type Options = {
  /** Whose browser it is; null for nobody's. */
  role: Role | null
  /** Complaints of the browser that the test provokes on purpose. */
  expectedProblems: RegExp[]
}

type Fixtures = { language: Locale; t: Translate }

/**
 * A browser test: signed in as `role`, with the words of the project's language in `t`. Any error in the console and
 * any exception in the page fails the test.
 */
export const test = base.extend<Options & Fixtures>({
  role: [null, { option: true }],
  expectedProblems: [[], { option: true }],

  storageState: async ({ role }, use) => {
    await use(role ? stateFile(role) : { cookies: [], origins: [] })
  },
  language: async ({ locale }, use) => {
    await use(locale?.startsWith('es') ? 'es' : 'en')
  },
  t: async ({ language }, use) => {
    await use(createWords(language))
  },
  page: async ({ page, expectedProblems }, use) => {
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(`exception: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`)
    })
    await use(page)
    const unexpected = problems.filter((problem) => !expectedProblems.some((one) => one.test(problem)))
    expect(unexpected, 'complaints of the browser').toEqual([])
  },
})

export { expect }
