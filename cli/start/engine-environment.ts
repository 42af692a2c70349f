/** What a program needs of the system it runs on, and nothing of ours. */
const ofSystem = [
  'PATH',
  'HOME',
  'USERPROFILE',
  // Who Postgres is asked as where its address names nobody.
  'USER',
  'USERNAME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'LANG',
  'LC_ALL',
  'TZ',
  'LD_LIBRARY_PATH',
  'TESSDATA_PREFIX',
  'NODE_ENV',
  'NODE_OPTIONS',
  'NODE_EXTRA_CA_CERTS',
]
/** Its own settings, and those of Postgres (libpq's too), where its tables lie in a schema beside the desk's. */
const ofEngine = /^(ENGINE_\w+|DATABASE_URL|PG[A-Z]+|LOG_LEVEL)$/

/** The engine reads untrusted files, so of the desk's settings, and of whatever else stands there, it is given none. */
export function engineEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => ofSystem.includes(name) || ofEngine.test(name))
  return { ...Object.fromEntries(kept), NODE_ENV: environment.NODE_ENV }
}
