import { z } from 'zod'
import { allowedHosts } from '@/engine/net/net-guard'
import { validationRefusal } from '../http/refusal'
import { parseDocumentUrl } from './document-url'
import type { SubmittedForm } from './submitted-form'

export type Submission = {
  /** Where to fetch the document; null: it came with the request. */
  imageUrl: URL | null
  filename: string | null
  metadata: Record<string, unknown> | null
  webhookUrl: string | null
}

/**
 * What a form asks for.
 * @throws Refusal listing everything that is wrong with it.
 */
export function readSubmission({
  form,
  allowHosts,
}: {
  form: SubmittedForm
  allowHosts: string[]
}): Submission {
  const { sources, fields, filename } = form
  const errors: string[] = []
  const sourceCount = sources.image + sources.image_base64 + sources.image_url
  if (sourceCount === 0 || fields.image_url === '') errors.push('Image file is required')
  if (sourceCount > 1) errors.push('Send exactly one of image, image_base64 and image_url')
  const imageUrl = sources.image_url > 0 ? readUrl(fields.image_url) : null
  if (sources.image_url > 0 && !imageUrl) errors.push('image_url is not an http or https URL')
  const metadata = readMetadata(fields.document_metadata)
  if (metadata === undefined) errors.push('document_metadata is not a JSON object')
  const webhook = fields.webhook_url
  const webhookUrl = isAbsent(webhook) ? null : readUrl(webhook)
  if (!isAbsent(webhook) && !mayBeCalled({ webhookUrl, allowHosts })) {
    errors.push('webhook_url is not an https URL')
  }
  if (errors.length > 0 || metadata === undefined) throw validationRefusal(errors)
  return {
    imageUrl,
    filename: cleanFilename(filename ?? lastSegment(imageUrl)),
    metadata,
    webhookUrl: webhookUrl?.href ?? null,
  }
}

/** A webhook carries the values of a document, so it goes over https, but to hosts that are trusted by name. */
function mayBeCalled({ webhookUrl, allowHosts }: { webhookUrl: URL | null; allowHosts: string[] }): boolean {
  return webhookUrl !== null && (webhookUrl.protocol === 'https:' || allowedHosts(allowHosts)(webhookUrl))
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function readUrl(value: unknown): URL | null {
  return typeof value === 'string' ? parseDocumentUrl(value) : null
}

const metadataSchema = z.record(z.string(), z.unknown())

/** An object, sent as one or as its JSON text (contract §11.14); undefined when it is neither. */
function readMetadata(value: unknown): Record<string, unknown> | null | undefined {
  if (isAbsent(value)) return null
  try {
    return metadataSchema.parse(typeof value === 'string' ? JSON.parse(value) : value)
  } catch {
    return undefined
  }
}

function lastSegment(url: URL | null): string | null {
  const segment = url?.pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** Control characters and halves of characters cannot be stored, and nobody named a file with them. */
function cleanFilename(filename: string | null): string | null {
  const printable = filename?.replace(/[\p{Cc}\p{Cs}]/gu, '')
  return printable || null
}
