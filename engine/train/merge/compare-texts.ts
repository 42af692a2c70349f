/** Letters to change, add or leave out to make one text of the other. */
export function editDistance({ from, to }: { from: string; to: string }): number {
  const [rows, columns] = [[...from], [...to]]
  let above = Array.from({ length: columns.length + 1 }, (_, column) => column)
  for (const [row, letter] of rows.entries()) {
    const here = [row + 1]
    for (const [column, other] of columns.entries()) {
      const changed = (above[column] ?? 0) + (letter === other ? 0 : 1)
      here.push(Math.min((above[column + 1] ?? 0) + 1, (here[column] ?? 0) + 1, changed))
    }
    above = here
  }
  return above[columns.length] ?? 0
}

/** How many of the parts of `truth` are among those of `read`, each once. */
export function countFound({ truth, read }: { truth: string[]; read: string[] }): number {
  const left = [...read]
  return truth.filter((part) => {
    const at = left.indexOf(part)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}
