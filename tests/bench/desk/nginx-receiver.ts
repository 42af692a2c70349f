import { spawn, spawnSync } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchChild } from './child'
import { freePort } from './ports'

/** nginx that stores what is PUT, where it is on the PATH; else null. It neither hashes nor syncs. */
export async function startNginx(folder: string): Promise<BenchChild | null> {
  if (spawnSync('nginx', ['-v']).error) return null
  const port = await freePort()
  const store = path.join(folder, 'nginx')
  await mkdir(store)
  await chmod(folder, 0o777)
  await chmod(store, 0o777)
  const config = path.join(folder, 'nginx.conf')
  await writeFile(
    config,
    `daemon off; worker_processes 2; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
    events {}
    http {
      access_log off; client_max_body_size 200m; client_body_temp_path ${store}/incoming;
      server { listen 127.0.0.1:${port}; location / { root ${store}; dav_methods PUT DELETE; } }
    }`,
  )
  const child = spawn('nginx', ['-c', config, '-e', `${folder}/nginx.log`], { stdio: 'ignore' })
  await sleep(500)
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill()
      await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}
