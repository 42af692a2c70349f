import { randomUUID } from 'node:crypto'
import { Client } from 'pg'

/**
 * An empty database on the Postgres that TEST_DATABASE_URL names, so that the same tests hold on both kinds of
 * database; undefined without it.
 */
export async function createTestDatabase(): Promise<string | undefined> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) return undefined
  const name = `desk_${randomUUID().replaceAll('-', '')}`
  await runOnServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = name
  return url.href
}

export async function dropTestDatabase(database: string): Promise<void> {
  const server = process.env.TEST_DATABASE_URL
  if (server) await runOnServer(server, `drop database ${new URL(database).pathname.slice(1)} with (force)`)
}

async function runOnServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}
