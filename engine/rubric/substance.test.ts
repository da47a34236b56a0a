import { describe, expect, it } from 'vitest'
import { saysSomething, saysWhy } from './substance.ts'

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
})
