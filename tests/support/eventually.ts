import { vi } from 'vitest'

/** Waits until the check passes; as long as a busy machine may take, and no longer than a broken desk is worth. */
export function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 20_000 })
}
