/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Each route is loaded with its first request: a second less to the first page, and less memory.
  experimental: { preloadEntriesOnStart: false },
  devIndicators: false,
  // Types are held by `npm run types`, over tests and engine too; who only starts the desk need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Native code, WebAssembly, and packages that find their own files by path.
  serverExternalPackages: [
    '@aws-sdk/client-s3',
    '@aws-sdk/lib-storage',
    '@electric-sql/pglite',
    '@hyzyla/pdfium',
    '@node-rs/argon2',
    '@tus/s3-store',
    'pg',
    'pino',
    'sharp',
  ],
  // What a page may run is said by the server in front of Next, which makes the nonce (cli/serve).
  headers: async () => [
    {
      source: '/(.*)',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'geolocation=(), microphone=(), payment=()' },
      ],
    },
  ],
}

export default config
