import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '@/lib/errors'
import { handleRoute } from '@/lib/http/handle-route'

const folders = ['cmaps', 'standard_fonts', 'wasm', 'iccs']
const fileName = /^[\w-]+\.(bcmap|pfb|ttf|wasm|js|icc)$/
const contentTypes: Record<string, string> = { wasm: 'application/wasm', js: 'text/javascript' }

/** What pdf.js fetches while it draws, straight from its package: the names change with its version only. */
export const GET = handleRoute({ access: 'public', params: ['folder', 'file'] }, async ({ params }) => {
  const { folder, file } = params
  if (!folders.includes(folder) || !fileName.test(file)) throw new AppError('request.not_found')
  const location = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    'node_modules/pdfjs-dist',
    folder,
    file,
  )
  const bytes = await readFile(location).catch(() => {
    throw new AppError('request.not_found')
  })
  const extension = file.split('.').at(-1) ?? ''
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': contentTypes[extension] ?? 'application/octet-stream',
      'Cache-Control': 'public, max-age=604800',
    },
  })
})
