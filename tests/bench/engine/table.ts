/** One line of the result; `aim` says what the figure should be, where there is an aim. */
export type Row = { what: string; figure: string; beside?: string; aim?: string; isMet?: boolean }

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Prints the rows in columns, as Markdown, so that a README can take them as they are. */
export function printTable(rows: Row[]): void {
  const cells = [
    ['measured', 'engine', 'beside it', 'aim'],
    ...rows.map(({ what, figure, beside = '', aim = '', isMet }) => [
      what,
      figure,
      beside,
      isMet === undefined ? aim : `${aim} ${isMet ? '✓' : '✗'}`,
    ]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = cells
  say('')
  for (const row of [head, widths.map((width) => '-'.repeat(width)), ...body]) say(line(row))
  say('')
}
