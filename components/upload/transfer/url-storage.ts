import { defaultOptions, type PreviousUpload, type UrlStorage } from 'tus-js-client'

/** What this page began and the browser did not take down. */
const unkept = new Map<string, PreviousUpload & { fingerprint: string }>()
let count = 0

/**
 * Where begun uploads are remembered: in the browser, and where that is full or shut, in this page. The client gives up
 * a file whose address it cannot store; here no file ever fails for that.
 */
export const urlStorage: UrlStorage = {
  findAllUploads: async () => [...(await attempt((own) => own.findAllUploads(), [])), ...unkept.values()],

  findUploadsByFingerprint: async (fingerprint) => [
    ...(await attempt((own) => own.findUploadsByFingerprint(fingerprint), [])),
    ...[...unkept.values()].filter((upload) => upload.fingerprint === fingerprint),
  ],

  removeUpload: async (key) => {
    if (!unkept.delete(key)) await attempt((own) => own.removeUpload(key), undefined)
  },

  addUpload: async (fingerprint, upload) => {
    const key = await attempt((own) => own.addUpload(fingerprint, upload), null)
    if (key !== null) return key
    const ownKey = `page::${++count}`
    unkept.set(ownKey, { ...upload, urlStorageKey: ownKey, fingerprint })
    return ownKey
  },
}

async function attempt<Result>(
  work: (storage: UrlStorage) => Promise<Result>,
  otherwise: Result,
): Promise<Result> {
  try {
    return await work(defaultOptions.urlStorage)
  } catch {
    return otherwise
  }
}
