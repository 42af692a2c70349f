/** Next calls this once per server process and answers no request before it has ended. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startWeb } = await import('./lib/start')
  await startWeb()
}
