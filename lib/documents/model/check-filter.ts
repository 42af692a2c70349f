/** Documents narrowed to those a person should look at, or has. */
export const checkFilters = ['open', 'done'] as const
export type CheckFilter = (typeof checkFilters)[number]

export function isCheckFilter(text: string | null): text is CheckFilter {
  return (checkFilters as readonly (string | null)[]).includes(text)
}
