import { isLoopback } from '../env.ts'

type Settings = { readonly HOST: string; readonly AUTH_URL?: string | undefined }

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : null)
const nameOf = (host: string) => hostOf(`http://${host}`) && new URL(`http://${host}`).hostname.replace(/^\[(.*)\]$/, '$1')

/**
 * Whether a request that changes something comes from a page of ours: the browser's Origin must be the address that the request was sent to, or the
 * public one. A request without an Origin is not from a browser's page and is refused too.
 */
export function isSameOrigin(headers: Headers, settings: Settings): boolean {
  const origin = headers.get('origin')
  const from = origin === null ? null : hostOf(origin)
  if (from === null || !isKnownHost(headers, settings)) return false
  return from === headers.get('host') || (settings.AUTH_URL !== undefined && from === hostOf(settings.AUTH_URL))
}

/**
 * Whether the server may answer to the name it was called by. Bound to this machine alone it answers to this machine's names and the public address:
 * a strange name that points here is a web page's trick to reach a server that only its owner should.
 */
export function isKnownHost(headers: Headers, settings: Settings): boolean {
  if (!isLoopback(settings.HOST)) return true
  const host = headers.get('host') ?? ''
  const name = nameOf(host)
  return (name !== null && isLoopback(name)) || (settings.AUTH_URL !== undefined && host === hostOf(settings.AUTH_URL))
}
