import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const alias = { '@': root, 'server-only': `${root}tests/stubs/server-only.ts` }

// A half-hour offset makes any implicit time zone show itself as a wrong figure.
process.env.TZ = 'Asia/Kolkata'

export default defineConfig({
  test: {
    // Most tests wait for processes, clocks and databases of their own: two at a time suit even a machine of two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        plugins: [react()],
        resolve: { alias },
        test: {
          name: 'unit',
          include: [
            '{app,components,lib,engine,cli,base}/**/*.test.{ts,tsx}',
            'tests/*.test.ts',
            'tests/{fixtures,papers,figures,support,runner}/**/*.test.ts',
          ],
          exclude: ['**/*.int.test.ts'],
          // For what hangs alone: on a busy machine slow is not wrong.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['{lib,engine,cli,base}/**/*.int.test.ts', 'tests/{api,engine,extraction}/**/*.test.ts'],
          setupFiles: ['tests/api/support/session.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/faults/support/build.ts'],
          // Each test keeps the machine busy with processes of its own.
          fileParallelism: false,
          // For what hangs alone: minutes of kills take an hour where the machine is busy with other things too.
          testTimeout: 3_600_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
