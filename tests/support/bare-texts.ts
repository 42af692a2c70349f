/**
 * The texts under `root` that stand beside something else in their parent. A browser that translates a page wraps each
 * in an element of its own: React then can neither change nor remove them, and the page stands still or dies.
 */
export function bareTexts(root: Node): string[] {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement
    const isAlone = parent?.childNodes.length === 1
    if (text.textContent?.trim() && parent && !isAlone) found.push(`${parent.tagName}: ${text.textContent}`)
  }
  return found
}
