import { describe, expect, it } from 'vitest'
import { namesKey, saysSomething, saysWhy } from './substance.ts'

describe('saysSomething', () => {
  it.each(['/{code}', 'Redirect', '3', 'id'])('accepts %j', text => expect(saysSomething(text)).toBe(true))
  it.each(['', ' ', '-', '?', 'TBD', 'todo tbd', 'n/a', 'x', '...'])('refuses %j', text =>
    expect(saysSomething(text)).toBe(false),
  )
})

describe('saysWhy', () => {
  it('accepts a short sentence', () => expect(saysWhy('Counter needs a coordinator on every insert.')).toBe(true))
  it.each(['cache cache cache cache cache cache', 'todo write this', 'scalable', 'a b c d'])('refuses %j', text =>
    expect(saysWhy(text)).toBe(false),
  )
  it('refuses a list of keywords, and takes a long sentence and a short note', () => {
    const keywords =
      'scalable sharding replica quorum consistent hashing idempotency circuit breaker cache TTL 5 s p99 100 ms CDN Kafka Redis 99.9%'
    expect(saysWhy(keywords)).toBe(false)
    expect(saysWhy('Checkout p99 40 ms slower, 2% of orders delayed 5 s.')).toBe(true)
    const sentence =
      'A release no longer logs a third of the customers out, and a cart may be up to one minute old when it is read again.'
    expect(saysWhy(sentence)).toBe(true)
  })
})

describe('namesKey', () => {
  it.each(['order id', 'key of the app, to the other region of the pair'])('accepts %j', text =>
    expect(namesKey(text)).toBe(true),
  )
  it.each(['', 'n/a', 'retries and queues and caches and shards and cells and zones and regions and breakers too'])(
    'refuses %j',
    text => expect(namesKey(text)).toBe(false),
  )
})
