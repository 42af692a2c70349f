import path from 'node:path'
import type { SourceFile } from './source-files'

/** Every knot of files that import one another, each as a path that ends where it begins. Type imports cost nothing. */
export function findImportCycles(files: SourceFile[]): string[] {
  return findCycles(
    new Map(
      files.map((file) => [
        file.path,
        file.imports.filter((one) => !one.typeOnly).map(({ target }) => target),
      ]),
    ),
  )
}

/**
 * Every knot of rooms under `folder`, by values and by types: who reads a room must not have to read its user first.
 * A room is a folder without rooms in it, or a file beside rooms; with `depth` only so many names below `folder` are
 * told apart.
 */
export function findRoomCycles(
  files: SourceFile[],
  { folder, depth = Number.POSITIVE_INFINITY }: { folder: string; depth?: number },
): string[] {
  const halls = new Set(files.map((file) => path.dirname(path.dirname(file.path))))
  const roomOf = (file: string) => {
    const room = halls.has(path.dirname(file)) ? file : path.dirname(file)
    return room
      .split('/')
      .slice(0, folder.split('/').length + depth)
      .join('/')
  }
  const rooms = new Map<string, string[]>()
  for (const file of files.filter((one) => one.path.startsWith(`${folder}/`))) {
    const room = roomOf(file.path)
    const others = file.imports
      .filter(({ target }) => target.startsWith(`${folder}/`))
      .map(({ target }) => roomOf(target))
      .filter((other) => other !== room)
    rooms.set(room, [...(rooms.get(room) ?? []), ...others])
  }
  return findCycles(rooms)
}

function findCycles(targets: Map<string, string[]>): string[] {
  const finished = new Set<string>()
  const cycles: string[] = []

  const visit = (node: string, trail: string[]) => {
    const start = trail.indexOf(node)
    if (start >= 0) {
      cycles.push([...trail.slice(start), node].join(' → '))
      return
    }
    if (finished.has(node)) return
    for (const target of targets.get(node) ?? []) visit(target, [...trail, node])
    finished.add(node)
  }
  for (const node of targets.keys()) visit(node, [])
  return cycles
}
