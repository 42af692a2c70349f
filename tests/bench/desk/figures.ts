import { cpus, release, totalmem, type } from 'node:os'

/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function printHeading(text: string): void {
  say(`\n${text}\n${'─'.repeat(text.length)}`)
}

/** Columns as wide as their content; figures to the right. */
export function printTable(header: string[], rows: (string | number)[][]): void {
  const cells = [header, ...rows.map((row) => row.map(toCell))]
  const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  for (const row of cells) {
    say(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
  }
}

export function printMachine(): void {
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  say(`${cpus().length} cores (${cpus()[0]?.model}), ${gigabytes} GB, ${type()} ${release()}`)
  say(`Node ${process.versions.node}, ${new Date().toISOString().slice(0, 16)} UTC`)
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function toCell(value: string | number): string {
  if (typeof value === 'string') return value
  return value >= 100 ? value.toFixed(0) : value.toFixed(1)
}
