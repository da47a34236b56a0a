import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { ignoreForwardedAddress } from './forwarded-address.ts'

it('keeps an address that a visitor made up away from the server, and every other header there', async () => {
  const server = createServer((request, response) => response.end(JSON.stringify(request.headers)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address: AddressInfo | string | null = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const seen = async (): Promise<unknown> => {
    const headers = { 'x-forwarded-for': '203.0.113.9', 'x-other': 'stays' }
    return (await fetch(`http://127.0.0.1:${port}/`, { headers })).json()
  }
  expect(await seen()).toMatchObject({ 'x-forwarded-for': '203.0.113.9' })
  ignoreForwardedAddress()
  expect(await seen()).toMatchObject({ 'x-other': 'stays' })
  expect(await seen()).not.toHaveProperty('x-forwarded-for')
  server.close()
})
