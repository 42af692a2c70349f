import type { SourceFile } from './source-files'

/** Every knot of files that import one another, each as a path that ends where it begins. Type imports cost nothing. */
export function findImportCycles(files: SourceFile[]): string[] {
  const targets = new Map(
    files.map((file) => [file.path, file.imports.filter((one) => !one.typeOnly).map((one) => one.target)]),
  )
  const finished = new Set<string>()
  const cycles: string[] = []

  const visit = (file: string, trail: string[]) => {
    const start = trail.indexOf(file)
    if (start >= 0) {
      cycles.push([...trail.slice(start), file].join(' → '))
      return
    }
    if (finished.has(file)) return
    for (const target of targets.get(file) ?? []) visit(target, [...trail, file])
    finished.add(file)
  }
  for (const file of targets.keys()) visit(file, [])
  return cycles
}
