import type { Page } from '@playwright/test'

/**
 * Wraps every text of the pages to come in `<font>` elements, and each that appears or changes later, as Chrome and Edge
 * do when they translate a page. The words stay as they are.
 */
export async function translatePages(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const skipped = 'script, style, font, svg, textarea, title'
    const wrap = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text)
      for (const text of texts) {
        if (!text.data.trim() || !text.isConnected || text.parentElement?.closest(skipped)) continue
        const outer = document.createElement('font')
        const inner = document.createElement('font')
        text.replaceWith(outer)
        inner.textContent = text.data
        outer.append(inner)
      }
    }
    // A browser begins once the page is there and React has it in hand.
    window.addEventListener('load', () =>
      setTimeout(() => {
        wrap(document.body)
        new MutationObserver(() => wrap(document.body)).observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
        })
      }, 500),
    )
  })
}
