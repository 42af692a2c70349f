/** The single values of a JSON by path, as `policy.number` or `items.2.qty`. */
export function leavesOf(truth: unknown, path: string[] = []): Map<string, unknown> {
  if (typeof truth !== 'object' || truth === null) return new Map([[path.join('.'), truth]])
  return new Map(Object.entries(truth).flatMap(([name, inner]) => [...leavesOf(inner, [...path, name])]))
}
