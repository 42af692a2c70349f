import type { Locator, Page } from '@playwright/test'
import type { Translate } from '@/lib/i18n/translate-messages'
import type { SampleFile } from './sample-files'

/** The card of a document on the desk. */
export function cardOf({ page, name }: { page: Page; name: string }): Locator {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByRole('article') })
    .filter({ hasText: name })
}

/** Opens the line of the uploads to its files. */
export async function openUploads({ page, t }: { page: Page; t: Translate }): Promise<void> {
  const uploads = page.getByRole('region', { name: t('uploads.title') })
  await uploads.getByRole('button', { expanded: false }).click()
}

/** As in private windows: the browser keeps no bytes for the next visit. */
export async function forbidDatabases(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const open = () => {
      throw new DOMException('forbidden', 'SecurityError')
    }
    Object.defineProperty(window, 'indexedDB', { value: { open } })
  })
}

/** Lets no upload of the page begin until the returned function is called. */
export async function holdUploads(page: Page): Promise<() => void> {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route('**/api/uploads', async (route) => {
    await opened
    await route.continue()
  })
  return open
}

/** Chooses files in the browser's own dialogue, as the button opens it. */
export async function chooseFiles({ page, files }: { page: Page; files: SampleFile[] }): Promise<void> {
  await page.locator('input[type=file]:not([webkitdirectory])').first().setInputFiles(files)
}

/** Drops files anywhere on the page. */
export async function dropFiles({ page, files }: { page: Page; files: SampleFile[] }): Promise<void> {
  const dropped = files.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    base64: buffer.toString('base64'),
  }))
  const dataTransfer = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer()
    for (const { name, mimeType, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type: mimeType }))
    }
    return transfer
  }, dropped)
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('main', event, { dataTransfer })
  }
}
