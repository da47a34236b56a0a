import { type NextRequest, NextResponse } from 'next/server'
import { env } from '#server/env.ts'
import { isKnownHost } from '#server/http/origin.ts'

/**
 * Runs before every page: gives it a fresh nonce and a content security policy that lets only scripts with that nonce run. Styles may be inline:
 * highlighted code and drawn diagrams carry theirs.
 */
export function proxy(request: NextRequest) {
  const settings = env()
  if (!isKnownHost(request.headers, settings)) {
    return new NextResponse(
      'This server answers to localhost only. If it stands behind this name, set AUTH_URL to its public address.\n',
      {
        status: 421,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      },
    )
  }
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (settings.AUTH_URL?.startsWith('https:')) response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

function contentSecurityPolicy(nonce: string): string {
  // React's development build evaluates code to show where errors come from.
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    // What was recorded on this device is played from memory.
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
}

// An import is no page, checks itself where it comes from, and is larger than what Next hands on from here.
export const config = { matcher: [{ source: '/((?!_next/static|_next/image|favicon.ico|api/import).*)' }] }
