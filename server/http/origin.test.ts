import { describe, expect, it } from 'vitest'
import { isKnownHost, isSameOrigin } from './origin.ts'

const local = { HOST: '127.0.0.1' }
const behindProxy = { HOST: '127.0.0.1', AUTH_URL: 'https://study.example.org' }
const open = { HOST: '0.0.0.0' }
const headers = (host: string, origin?: string) => new Headers(origin === undefined ? { host } : { host, origin })

describe('isSameOrigin', () => {
  it('takes a page of the same address', () => {
    expect(isSameOrigin(headers('127.0.0.1:3000', 'http://127.0.0.1:3000'), local)).toBe(true)
    expect(isSameOrigin(headers('10.0.0.5:3000', 'http://10.0.0.5:3000'), open)).toBe(true)
  })

  it('takes a page of the public address, whatever host the proxy calls', () => {
    expect(isSameOrigin(headers('localhost:3000', 'https://study.example.org'), behindProxy)).toBe(true)
  })

  it.each([undefined, 'null', 'https://evil.example', 'http://127.0.0.1:3001', 'garbage'])('refuses the origin %s', origin => {
    expect(isSameOrigin(headers('127.0.0.1:3000', origin), local)).toBe(false)
  })

  it('refuses a strange name that points to this machine, even from a page of that name', () => {
    expect(isSameOrigin(headers('evil.example:3000', 'http://evil.example:3000'), local)).toBe(false)
  })
})

describe('isKnownHost', () => {
  it('answers to the names of this machine and to the public address', () => {
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000']) expect(isKnownHost(headers(host), local)).toBe(true)
    expect(isKnownHost(headers('study.example.org'), behindProxy)).toBe(true)
  })

  it('answers to nothing else while bound to this machine, and to everything when opened', () => {
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '']) {
      expect(isKnownHost(headers(host), local)).toBe(false)
    }
    expect(isKnownHost(headers('anything.example'), open)).toBe(true)
  })
})
