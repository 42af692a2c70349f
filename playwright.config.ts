import { defineConfig } from '@playwright/test'
import { sameInEveryLanguage } from './tests/e2e/support/tags'
import { deskSettings, deskUrl } from './tests/e2e/support/test-desk'

const libraries = process.env.CHROMIUM_LIBRARIES

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/support/make-people.ts',
  // One desk with one embedded database on two cores: side by side the tests would only wait for one another.
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  use: {
    baseURL: deskUrl,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
      ...(libraries ? { env: { ...process.env, LD_LIBRARY_PATH: libraries } } : {}),
    },
  },
  projects: [
    { name: 'english', use: { locale: 'en-GB' } },
    { name: 'spanish', use: { locale: 'es-CL' }, grepInvert: new RegExp(sameInEveryLanguage) },
  ],
  webServer: {
    command: 'npm start',
    env: deskSettings,
    url: `${deskUrl}/api/health`,
    // A first start builds; on a busy machine that takes its time.
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
