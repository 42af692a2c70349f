import { expect, test } from 'vitest'
import { describeS3Location, parseS3Location } from './s3-location'

test('the whole form: key, secret, host, port, bucket, prefix and options', () => {
  const location = parseS3Location(
    's3://AKIA:se%2Fcret%40@minio:9000/desk-files/a/b?tls=off&region=eu-west-1',
  )
  expect(location).toEqual({
    endpoint: 'http://minio:9000',
    bucket: 'desk-files',
    prefix: 'a/b/',
    region: 'eu-west-1',
    pathStyle: true,
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 'se/cret@' },
  })
  expect(describeS3Location(location)).toBe('S3, http://minio:9000/desk-files/a/b/')
})

test('without key and secret they come from the environment; an address at AWS tells its region', () => {
  expect(parseS3Location('s3://s3.sa-east-1.amazonaws.com/desk-files?style=host')).toEqual({
    endpoint: 'https://s3.sa-east-1.amazonaws.com',
    bucket: 'desk-files',
    prefix: '',
    region: 'sa-east-1',
    pathStyle: false,
    credentials: null,
  })
})

test.each([
  ['s3://', 'must look like'],
  ['s3://k:topsecret@host', 'must name a bucket'],
  ['s3://k:topsecret@host/UPPER', 'must name a bucket'],
  ['s3://onlykey@host/bucket', 'both a key and a secret'],
  ['s3://k:topsecret@host/bucket?ssl=no', 'no option "ssl"'],
  ['s3://k:topsecret@host/bucket?tls=maybe', 'bad value for its option "tls"'],
])('%s is refused in words that show no secret', (text, words) => {
  expect(() => parseS3Location(text)).toThrow(words)
  expect(() => parseS3Location(text)).not.toThrow('topsecret')
})
