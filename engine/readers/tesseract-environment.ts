/** One thread: its own threads gain nothing and starve the other workers. */
export function oneThread(): NodeJS.ProcessEnv {
  return { ...process.env, OMP_THREAD_LIMIT: '1' }
}
