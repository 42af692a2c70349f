import { defineConfig } from 'drizzle-kit'

/** `npm run db:generate` writes the next migration. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './lib/**/tables.ts',
  out: './lib/db/migrations',
})
