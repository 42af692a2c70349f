const development = process.env.NODE_ENV === 'development'

/** Inline scripts are Next's own hydration data; a nonce would need a proxy, which cuts uploads at 10 MB. */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

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
    'pg-boss',
    'pino',
    'sharp',
  ],
  headers: async () => [
    {
      source: '/(.*)',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'geolocation=(), microphone=(), payment=()' },
      ],
    },
    {
      // What is set here replaces what a handler sets, and received files have a stricter policy of their own.
      source: '/((?!api/).*)',
      headers: [{ key: 'Content-Security-Policy', value: contentSecurityPolicy }],
    },
  ],
}

export default config
