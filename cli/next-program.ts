import { createRequire } from 'node:module'

/** Next's own command, run by path: `npx` would put a shell between the launcher and its child. */
export const nextProgram = createRequire(import.meta.url).resolve('next/dist/bin/next')
