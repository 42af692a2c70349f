/** The launcher's voice: plain lines on standard output, problems on standard error. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`)
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}
