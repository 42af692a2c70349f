import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'

export type StoredObject = { bytes: Buffer; storedAt: Date; metadata: Record<string, string> }
export type StoredUpload = { key: string; metadata: Record<string, string>; parts: Map<number, Buffer> }

/** Answers 200 with one element of S3's. */
export function xml(response: ServerResponse, element: string, content: string): void {
  response.writeHead(200, { 'Content-Type': 'application/xml' })
  response.end(`<?xml version="1.0" encoding="UTF-8"?><${element}>${content}</${element}>`)
}

export function partsXml(response: ServerResponse, { key, parts }: StoredUpload): void {
  const listed = [...parts].sort(([a], [b]) => a - b)
  const elements = listed.map(([number, bytes]) => {
    const etag = createHash('md5').update(bytes).digest('hex')
    return `<Part><PartNumber>${number}</PartNumber><ETag>"${etag}"</ETag><Size>${bytes.length}</Size></Part>`
  })
  xml(response, 'ListPartsResult', `<Key>${key}</Key><IsTruncated>false</IsTruncated>${elements.join('')}`)
}
