import { describe, expect, it } from 'vitest'
import { askFact } from './ask-fact.ts'
import { drillSchema } from './drill.ts'

const { facts } = drillSchema.pick({ facts: true }).parse({
  facts: [
    { id: 'aliases', text: 'Custom aliases are allowed.', asks: ['custom aliases', 'choose their own code'] },
    { id: 'price', text: 'A minute.', asks: ['stale prices'] },
    { id: 'places', text: 'America.', asks: ['where users'] },
    { id: 'expiry', text: 'Links live five years.', asks: ['expire', 'retention', 'how long keep links'] },
  ],
})
const find = (question: string) => askFact({ facts }, question)?.id

describe('askFact', () => {
  it('finds a fact by its topic, whatever the wording around it', () => {
    expect(find('Can users pick custom aliases?')).toBe('aliases')
    expect(find('Do the links ever expire?')).toBe('expiry')
    expect(find('How long do we keep the links?')).toBe('expiry')
  })

  it('knows a word by its singular and its plural', () => {
    expect(find('How stale may a price be?')).toBe('price')
    expect(find('Are stale prices bad?')).toBe('price')
  })

  it('tells where somebody is from how many there are', () => {
    expect(find('Where are the users?')).toBe('places')
    expect(find('How many users are there?')).toBeUndefined()
  })

  it('answers nothing to a question that no fact covers', () => {
    expect(find('Which colour is the logo?')).toBeUndefined()
    expect(find('how what is the')).toBeUndefined()
    expect(find('')).toBeUndefined()
  })
})
