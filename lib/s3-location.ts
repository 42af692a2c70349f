export type S3Location = {
  /** `https://host:port` */
  endpoint: string
  bucket: string
  /** Ends with a slash unless it is empty. */
  prefix: string
  region: string
  /** `https://host/bucket/key` and not `https://bucket.host/key`. */
  pathStyle: boolean
  /** Null: the AWS_* variables and the other places where AWS programs look. */
  credentials: { accessKeyId: string; secretAccessKey: string } | null
}

const optionValues: Record<string, RegExp> = {
  region: /^[a-z0-9-]+$/,
  tls: /^(on|off)$/,
  style: /^(path|host)$/,
}

/**
 * Reads `s3://key:secret@host:port/bucket/prefix?region=…&tls=off&style=host`, of which host and bucket are needed:
 * key and secret (percent-encoded) may come from the environment instead, TLS is on, and the bucket stands in the path.
 * Throws an Error that says what is wrong and shows no secret. Pure.
 */
export function parseS3Location(text: string): S3Location {
  const url = toUrl(text)
  const [bucket = '', ...folders] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent)
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    throw new Error('must name a bucket after the host: s3://key:secret@host/bucket')
  }
  refuseUnknownOptions(url.searchParams)
  return {
    endpoint: `${url.searchParams.get('tls') === 'off' ? 'http' : 'https'}://${url.host}`,
    bucket,
    prefix: folders.map((folder) => `${folder}/`).join(''),
    region: url.searchParams.get('region') ?? regionOf(url.hostname),
    pathStyle: url.searchParams.get('style') !== 'host',
    credentials: readCredentials(url),
  }
}

/** What may be shown to people. */
export function describeS3Location({ endpoint, bucket, prefix }: S3Location): string {
  return `S3, ${endpoint}/${bucket}/${prefix}`
}

function toUrl(text: string): URL {
  const isS3 = text.startsWith('s3://') && URL.canParse(text)
  const url = isS3 ? new URL(text) : null
  if (!url?.hostname) throw new Error('must look like s3://key:secret@host:port/bucket')
  return url
}

function refuseUnknownOptions(options: URLSearchParams): void {
  for (const [name, value] of options) {
    const allowed = optionValues[name]
    if (!allowed)
      throw new Error(`knows no option "${name}" (there are: ${Object.keys(optionValues).join(', ')})`)
    if (!allowed.test(value)) throw new Error(`has a bad value for its option "${name}"`)
  }
}

function regionOf(host: string): string {
  return host.match(/^s3[.-]([a-z0-9-]+)\.amazonaws\.com/)?.[1] ?? 'us-east-1'
}

function readCredentials({ username, password }: URL): S3Location['credentials'] {
  if (!username && !password) return null
  if (!username || !password) throw new Error('must have both a key and a secret before the host, or neither')
  return { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) }
}
