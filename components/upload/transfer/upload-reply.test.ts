import { describe, expect, it } from 'vitest'
import { documentSummary } from '@/tests/support/document-summary'
import { readUploadReply } from './upload-reply'

const document = documentSummary()

const reply = (status: number, body: unknown) => readUploadReply({ status, body: JSON.stringify(body) })

describe('readUploadReply', () => {
  it('an accepted file is received and carries its document', () => {
    const result = reply(201, { documents: [document], refused: [] })
    expect(result).toMatchObject({
      phase: { kind: 'received', documentId: 'doc_1' },
      document: { id: 'doc_1' },
    })
  })

  it('a duplicate knows the first copy where the person may see it', () => {
    const error = { code: 'document.duplicate', message: 'Already here', duplicateOf: 'doc_0' }
    expect(reply(409, { error })?.phase).toMatchObject({ kind: 'duplicate', documentId: 'doc_0' })
    expect(reply(409, { error: { ...error, duplicateOf: undefined } })?.phase).toMatchObject({
      kind: 'duplicate',
      documentId: null,
    })
  })

  it('a refusal of the file is final and keeps the words of the server', () => {
    const error = { code: 'upload.password_protected', message: 'Tiene contraseña.' }
    expect(reply(422, { error })?.phase).toEqual({ kind: 'refused', problem: error })
  })

  it('a full disk or a lost session can be tried again', () => {
    expect(reply(507, { error: { code: 'storage.full', message: 'x' } })?.phase.kind).toBe('failed')
    expect(reply(401, { error: { code: 'auth.required', message: 'x' } })?.phase.kind).toBe('failed')
  })

  it('an error page that is not ours counts as a fault that can be tried again', () => {
    expect(readUploadReply({ status: 502, body: '<html>bad gateway</html>' })?.phase).toEqual({
      kind: 'failed',
      problem: { code: 'internal' },
    })
  })

  it('a good answer without an outcome has to be asked for', () => {
    expect(readUploadReply({ status: 204, body: '' })).toBeNull()
  })
})
