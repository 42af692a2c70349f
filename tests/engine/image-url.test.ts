import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdfBytes, statusOf, submitJson, waitFor } from './calls'
import { type EngineProcess, startEngineProcess } from './engine-process'

const maxFileBytes = 1_048_576
let engine: EngineProcess
let site: Server
let siteUrl: string
let requests = 0

beforeAll(async () => {
  site = createServer((request, response) => {
    requests += 1
    const path = request.url ?? '/'
    if (path.startsWith('/ok/')) response.end(pdfBytes)
    else if (path === '/moved') response.writeHead(302, { location: '/ok/moved.pdf' }).end()
    else if (path === '/inside') response.writeHead(302, { location: 'http://[::ffff:127.0.0.1]:9/x' }).end()
    else if (path.startsWith('/to?'))
      response.writeHead(302, { location: decodeURIComponent(path.slice(4)) }).end()
    else if (path === '/round') response.writeHead(302, { location: '/round' }).end()
    else if (path === '/gone') response.writeHead(404).end('no')
    else if (path === '/slow') response.writeHead(200).write('%PDF-1.4')
    else if (path === '/cut')
      response.writeHead(200, { 'content-length': 999 }).write(pdfBytes, () => response.destroy())
    else if (path === '/page') response.end('<html>')
    else if (path === '/announced') response.writeHead(200, { 'content-length': 2_000_000_000 }).write('%PDF')
    else if (path === '/endless') pour()
    else response.writeHead(500).end()

    function pour(): void {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, 0x25)));
      response.once('drain', pour)
    }
  })
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  const { port } = site.address() as AddressInfo
  siteUrl = `http://127.0.0.1:${port}`
  engine = await startEngineProcess({
    limits: { fileBytes: maxFileBytes, urlTimeoutMs: 1_000 },
    fetch: { allowHosts: [`127.0.0.1:${port}`] },
  })
})
afterAll(async () => {
  site.closeAllConnections()
  site.close()
  await engine.dispose()
})

const fetched = (url: string) => submitJson({ engine, json: { image_url: url } })

describe('a document that is fetched', () => {
  test.each(['/ok/Factura%20%C3%91.pdf', '/moved'])('%s is accepted', async (path) => {
    const { status, body } = await fetched(siteUrl + path)
    expect(status).toBe(202)
    expect((await waitFor({ engine, id: body.id })).status).toBe('SUCCESS')
  })

  test('its name is the last part of its path', async () => {
    const { body } = await fetched(`${siteUrl}/ok/Factura%20%C3%91.pdf?x=1`)
    expect((await statusOf({ engine, id: body.id })).body.original_filename).toBe('Factura Ñ.pdf')
  })
})

describe('refused, with the exact body', () => {
  const message = (text: string) => ({ message: text })
  const validation = (text: string) => ({ message: 'Validation error', errors: [text] })
  const isPrivate = validation('image_url leads to a private address')
  const tooLarge = message('File exceeds maximum allowed size (1MB)')

  test.each([
    ['/gone', 404, message('Error accessing URL: 404 Not Found')],
    ['/other', 404, message('Error accessing URL: 500 Internal Server Error')],
    ['/round', 404, message('Error accessing URL: too many redirects')],
    ['/cut', 404, message('Error accessing URL: connection closed')],
    ['/slow', 408, message('URL download timeout (1000ms)')],
    ['/endless', 413, tooLarge],
    ['/announced', 413, tooLarge],
    ['/page', 400, validation('Unsupported file type: unknown. Use PDF, JPEG, PNG, GIF, BMP or WebP.')],
    ['/inside', 400, isPrivate],
  ])('%s', async (path, status, body) => {
    const answer = await fetched(siteUrl + path)
    expect({ status: answer.status, body: answer.body }).toEqual({ status, body })
  })

  test.each([
    'http://127.0.0.1:22/',
    'http://localhost:22/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.1.2.3/',
    'http://192.168.1.1/',
    'http://0.0.0.0/',
  ])('the private address %s is not called', async (url) => {
    const { status, body } = await fetched(url)
    expect({ status, body }).toEqual({ status: 400, body: isPrivate })
  })

  test.each([
    'http://localhost:22/',
    'https://127.0.0.1/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]:9/',
    'http://0x7f.1:9/',
    '//127.0.0.1:9/x',
  ])('nor is it by a redirect to %s', async (target) => {
    const { status, body } = await fetched(`${siteUrl}/to?${encodeURIComponent(target)}`)
    expect({ status, body }).toEqual({ status: 400, body: isPrivate })
  })

  test.each(['ftp://example.com/a.pdf', 'file:///etc/passwd', 'nonsense', 42])(
    '%s is no URL',
    async (url) => {
      const { status, body } = await submitJson({ engine, json: { image_url: url } })
      expect({ status, body }).toEqual({
        status: 400,
        body: validation('image_url is not an http or https URL'),
      })
    },
  )

  test('two sources are refused before either is fetched', async () => {
    const before = requests
    const json = { image_url: `${siteUrl}/ok/a.pdf`, image_base64: pdfBytes.toString('base64') }
    expect((await submitJson({ engine, json })).status).toBe(400)
    expect(requests).toBe(before)
  })
})
