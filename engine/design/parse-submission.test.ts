import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPath, jsonBytes, parseSubmission } from './parse-submission.ts'
import { emptySubmission } from './submission.ts'

const problems = (input: unknown) => {
  const parsed = parseSubmission(input)
  return parsed.ok ? [] : parsed.problems.map(p => `${formatPath(p.path)} ${p.message}`)
}

describe('parseSubmission', () => {
  it('reads an empty mapping as the empty submission', () => {
    expect(parseSubmission({})).toEqual({ ok: true, submission: emptySubmission })
  })

  it('gives records without an id one of their list and place', () => {
    const parsed = parseSubmission({ api: [{ method: 'GET' }, { id: 'api-1', method: 'POST' }] })
    expect(parsed.ok && parsed.submission.api.map(a => a.id)).toEqual(['api-2', 'api-1'])
  })

  it('is stable: what it returns parses to itself', () => {
    const parsed = parseSubmission({ decisions: [{ chosen: 'x', alternatives: [{ option: 'y' }] }] })
    if (!parsed.ok) throw new Error('expected a submission')
    expect(parseSubmission(parsed.submission)).toEqual(parsed)
  })

  it('names an unknown field and its place', () => {
    expect(problems({ architecture: { components: [{ id: 'a', colour: 'red' }] } })).toEqual([
      'architecture.components[0].colour is not a field that a submission has; remove it or correct its name',
    ])
  })

  it('refuses NaN, negative and fractional counts by name', () => {
    const bad = (replicas: number) => problems({ architecture: { components: [{ id: 'a', replicas }] } })[0]
    expect(bad(Number.NaN)).toMatch('architecture.components[0].replicas is not a number')
    expect(bad(-1)).toMatch('must be at least 0')
    expect(bad(1.5)).toMatch('is not a whole number')
  })

  it('refuses a 10,000-character name and says how long a name may be', () => {
    expect(problems({ api: [{ path: 'x'.repeat(10_000) }] })).toEqual([
      'api[0].path is 10000 characters long; a name may have 200. Shorten it.',
    ])
  })

  it('refuses a submission over 1 MB by its size', () => {
    expect(problems({ worksheet: 'x'.repeat(1_000_001) })[0]).toMatch(
      /^the submission is 10000\d\d bytes; a submission may have 1000000/,
    )
  })

  it('refuses a repeated id', () => {
    expect(problems({ api: [{ id: 'a' }, { id: 'a' }] })).toEqual(['api[1] has the id "a" a second time; give each its own'])
  })

  it('refuses a word outside a closed vocabulary and lists the words', () => {
    expect(problems({ requirements: { functional: [{ priority: 'maybe' }] } })[0]).toMatch('choose one of: must, should, out')
  })

  it('refuses a later version of the schema and an input that is no mapping', () => {
    expect(problems({ schema: 'tenfold/design/9' })[0]).toMatch('this Tenfold reads tenfold/design/1')
    expect(problems([1])[0]).toMatch('expected a mapping')
  })

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), input => parseSubmission(input).ok !== undefined))
  })

  it('counts bytes as UTF-8 does', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => jsonBytes(text) === Buffer.byteLength(JSON.stringify(text))))
  })
})
