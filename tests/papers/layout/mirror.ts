import type { PaperPage, Run, Shape } from '../paper'

/** Pages of scripts that run from right to left are set the other way round. */
export function mirrorPage(page: PaperPage): PaperPage {
  return {
    ...page,
    runs: page.runs.map((run): Run => ({ ...run, x: page.width - run.x - run.width })),
    shapes: page.shapes.map((shape): Shape => {
      if (shape.kind !== 'rule') return { ...shape, x: page.width - shape.x - shape.width }
      return { ...shape, x1: page.width - shape.x2, x2: page.width - shape.x1 }
    }),
  }
}

const arabicZero = 0x0660

/** The digits of Arabic's own, as half of its papers have them. */
export function withArabicDigits(page: PaperPage): PaperPage {
  const inArabic = (digit: string) => String.fromCharCode(arabicZero + Number(digit))
  return { ...page, runs: page.runs.map((run) => ({ ...run, text: run.text.replace(/\d/g, inArabic) })) }
}
