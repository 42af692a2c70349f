import type { PrintedPage } from '../print/print'

/** A page is parted into cells, so that a form is known again by which words stand where. */
const grid = { columns: 20, rows: 30 }
/** Fewer words in common tell no form from another. */
const fewestMarks = 8
const mostMarks = 120

/** Words without figures and the cell each stands in, `factura@14,3`, of the first page. */
export function layoutMarksOf(print: PrintedPage[]): string[] {
  const page = print.find((one) => one.page === 1)
  if (!page) return []
  const marks = page.lines
    .flat()
    .filter(({ key }) => /^\p{L}{3,30}$/u.test(key))
    .map(({ key, x, y, width, height }) => {
      const column = Math.floor(((x + width / 2) / page.width) * grid.columns)
      const row = Math.floor(((y + height / 2) / page.height) * grid.rows)
      return `${key}@${column},${row}`
    })
  return [...new Set(marks)]
}

/** What stands alike on all of some papers. */
export function commonMarks(papers: string[][]): string[] {
  const [first = [], ...others] = papers
  const sets = others.map((marks) => new Set(marks))
  return first.filter((mark) => sets.every((set) => isNear({ mark, set }))).slice(0, mostMarks)
}

/** The share of a form's marks that a paper has; null where the form has too few to tell. */
export function likeness({ form, marks }: { form: string[]; marks: string[] }): number | null {
  if (form.length < fewestMarks) return null
  const set = new Set(marks)
  return form.filter((mark) => isNear({ mark, set })).length / form.length
}

/** In the same cell or one beside it: words at an edge fall to either side. */
function isNear({ mark, set }: { mark: string; set: Set<string> }): boolean {
  const [key = '', cell = ''] = mark.split('@')
  const [column = 0, row = 0] = cell.split(',').map(Number)
  return [-1, 0, 1].some((across) =>
    [-1, 0, 1].some((down) => set.has(`${key}@${column + across},${row + down}`)),
  )
}
