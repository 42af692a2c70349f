import type { Locale } from '../i18n/catalogues'

/** What a mail says, block by block. Texts are plain; nothing in them is read as markup or as a header. */
export type Letter = {
  locale: Locale
  subject: string
  blocks: (string | { list: string[] } | { link: string; label: string })[]
  footer: string
}

export type RenderedLetter = { subject: string; text: string; html: string }

export function renderLetter({ locale, subject, blocks, footer }: Letter): RenderedLetter {
  const all = [...blocks, '—', footer]
  return {
    subject: oneLine(subject),
    text: `${all.map(blockText).join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${escapeHtml(oneLine(subject))}</title>`,
      '<body style="font-family:system-ui,sans-serif;line-height:1.5;max-width:36rem;margin:1rem">',
      ...all.map(blockHtml),
      '</body></html>',
    ].join('\n'),
  }
}

/** Line breaks, and signs that turn the direction of reading or cannot be seen, have no place in names and headers. */
function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

function blockText(block: Letter['blocks'][number]): string {
  if (typeof block === 'string') return oneLine(block)
  if ('list' in block) return block.list.map((item) => `- ${oneLine(item)}`).join('\n')
  return `${oneLine(block.label)}: ${block.link}`
}

function blockHtml(block: Letter['blocks'][number]): string {
  if (typeof block === 'string') return `<p>${escapeHtml(oneLine(block))}</p>`
  if ('list' in block) {
    return `<ul>${block.list.map((item) => `<li>${escapeHtml(oneLine(item))}</li>`).join('')}</ul>`
  }
  return `<p><a href="${escapeHtml(block.link)}">${escapeHtml(oneLine(block.label))}</a></p>`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
