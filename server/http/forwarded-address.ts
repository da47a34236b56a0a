import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'

/**
 * Takes `x-forwarded-for` off every request that arrives from now on. Next then writes the address of the socket there. Without a proxy before the
 * server, the header only says what a visitor wants it to say. (Next shows its pages no socket; Node tells of each request before Next sees it.)
 */
export function ignoreForwardedAddress(): void {
  subscribe('http.server.request.start', message => {
    const request = typeof message === 'object' && message !== null && 'request' in message ? message.request : undefined
    if (request instanceof IncomingMessage) delete request.headers['x-forwarded-for']
  })
}
