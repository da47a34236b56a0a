import { describe, expect, it } from 'vitest'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import { readerOf } from '#engine/simulation/to-model.ts'
import { kinds } from '#tests/factories/simulated-design.ts'
import { judgeNemesis, nemesisAt, nemesisQuestion } from './nemesis.ts'

const MINUTE = 60_000
const read = readerOf('')
const submissionOf = (parts: object) => {
  const parsed = parseSubmission(parts)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.submission
}
const architecture = {
  components: [
    { id: 'users', kind: 'client' },
    { id: 'web', kind: 'service', replicas: 4, zones: 2 },
    { id: 'db', kind: 'relational', name: 'Link store' },
  ],
  links: [
    { from: 'users', to: 'web' },
    { from: 'web', to: 'db' },
  ],
  flows: [{ id: 'read', route: ['users', 'web', 'db'], rate: '100 /s' }],
}

describe('nemesisAt', () => {
  const sitting = { mode: 'mock', startedAtMs: 1000, minutes: 60, extraTimePercent: 0 } as const

  it('is seven tenths of the time, extra time included, and only of a mock', () => {
    expect(nemesisAt(sitting)).toBe(1000 + 42 * MINUTE)
    expect(nemesisAt({ ...sitting, extraTimePercent: 50 })).toBe(1000 + 63 * MINUTE)
    expect(nemesisAt({ ...sitting, mode: 'drill' })).toBeNull()
    expect(nemesisAt({ ...sitting, mode: 'practice' })).toBeNull()
  })
})

describe('nemesisQuestion', () => {
  it('takes away what hurts most, by the name that the candidate gave it', () => {
    const alone = submissionOf({
      architecture: { ...architecture, components: architecture.components.map(c => (c.id === 'web' ? { ...c, zones: 1 } : c)) },
    })
    const found = nemesisQuestion(alone, kinds, read)
    expect(found?.failure).toBe('component:web')
    const single = { ...architecture, links: [{ from: 'users', to: 'db' }], flows: [{ route: ['users', 'db'], rate: '1 /s' }] }
    expect(nemesisQuestion(submissionOf({ architecture: single }), kinds, read)).toEqual({
      failure: 'component:db',
      text: 'Your Link store is gone. What do users see, and what do you do?',
    })
  })

  it('has none when nothing runs', () => {
    expect(nemesisQuestion(submissionOf({}), kinds, read)).toBeUndefined()
    expect(nemesisQuestion(submissionOf({ architecture: { ...architecture, flows: [] } }), kinds, read)).toBeUndefined()
  })

  it('has none when nothing hurts', () => {
    const only = { components: [{ id: 'users', kind: 'client' }], flows: [{ route: ['users'], rate: '1 /s' }] }
    expect(nemesisQuestion(submissionOf({ architecture: only }), kinds, read)).toBeUndefined()
  })
})

describe('judgeNemesis', () => {
  const draft = (failure: object) => ({ submission: submissionOf({ failures: [failure] }), read })
  const whole = draft({ component: 'db', detection: 'errors', rto: '2 minutes' })
  const half = draft({ component: 'db', detection: 'errors' })

  it('is foreseen when it stood there before, handled when it came after, and missed without detection or recovery time', () => {
    expect(judgeNemesis('component:db', whole, whole)).toBe('foreseen')
    expect(judgeNemesis('component:db', half, whole)).toBe('handled')
    expect(judgeNemesis('component:db', half, half)).toBe('missed')
    expect(judgeNemesis('component:web', whole, whole)).toBe('missed')
    // It was there and was taken out again.
    expect(judgeNemesis('component:db', whole, half)).toBe('missed')
    expect(judgeNemesis('component:db', half, draft({ component: 'db', detection: 'errors', rto: 'soon' }))).toBe('missed')
  })

  it('reads the scope of a zone, a region and a cell', () => {
    const zone = draft({ scope: 'zone', detection: 'errors', rto: '30 s' })
    expect(judgeNemesis('zone:a', half, zone)).toBe('handled')
    expect(judgeNemesis('region:1', half, zone)).toBe('missed')
    expect(judgeNemesis('cell', half, draft({ scope: 'cell', detection: 'errors', rto: '30 s' }))).toBe('handled')
  })
})
