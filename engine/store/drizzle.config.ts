import { defineConfig } from 'drizzle-kit'

/** `npx drizzle-kit generate --config engine/store/drizzle.config.ts` writes the next migration. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './engine/store/tables.ts',
  out: './engine/store/migrations',
})
