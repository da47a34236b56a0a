const policy = microphone => `camera=(), geolocation=(), microphone=(${microphone}), payment=(), usb=()`

const everywhere = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'x-frame-options', value: 'DENY' },
  { key: 'referrer-policy', value: 'same-origin' },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
  { key: 'permissions-policy', value: policy('') },
]

// A shared link is a secret: no search engine keeps it and no other site is told of it.
const unlisted = [
  { key: 'x-robots-tag', value: 'noindex, nofollow, noarchive' },
  { key: 'referrer-policy', value: 'no-referrer' },
]

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // `npm test` checks the types; the person who starts the server need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Native or loaded at run time from node_modules.
  serverExternalPackages: [
    '@libsql/client',
    'libsql',
    '@node-rs/argon2',
    '@prisma/adapter-libsql',
    '@prisma/adapter-pg',
    'pg',
    'pino',
    'esbuild',
  ],
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    // A candidate may record what they say while they sit.
    { source: '/sit/:id', headers: [{ key: 'permissions-policy', value: policy('self') }] },
    { source: '/shared/:token*', headers: unlisted },
  ],
}

export default config
