import { describe, expect, it } from 'vitest'
import { changedParts, compareSubmissions } from './compare-submissions.ts'
import { linesBetween } from './line-difference.ts'
import { parseSubmission } from './parse-submission.ts'

function submission(parts: object) {
  const parsed = parseSubmission(parts)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.submission
}

describe('compareSubmissions', () => {
  it('finds a submission equal to itself and leaves out what is empty', () => {
    const one = submission({ worksheet: 'a = 1', api: [{ path: '/x' }] })
    expect(compareSubmissions(one, one).map(({ part, standing }) => [part, standing])).toEqual([
      ['worksheet', 'same'],
      ['api', 'same'],
    ])
    expect(compareSubmissions(submission({}), submission({}))).toEqual([])
  })

  it('pairs components by name whatever their ids, and compares links by the names that they join', () => {
    const left = submission({
      architecture: {
        components: [
          { id: 'c1', name: 'Web', kind: 'service', replicas: 3 },
          { id: 'c2', name: 'db', kind: 'relational' },
        ],
        links: [{ id: 'l1', from: 'c1', to: 'c2' }],
      },
    })
    const right = submission({
      architecture: {
        components: [
          { id: 'db', name: 'db', kind: 'relational' },
          { id: 'c1', name: 'web', kind: 'service', replicas: 5 },
        ],
        links: [{ id: 'l9', from: 'c1', to: 'db', mode: 'async' }],
      },
    })
    const [architecture] = compareSubmissions(left, right)
    const [components, links] = architecture?.lists ?? []
    expect(components?.records.map(({ standing }) => standing)).toEqual(['differs', 'same'])
    expect(components?.records[0]?.fields.filter(({ same }) => !same)).toEqual([
      { name: 'name', left: 'Web', right: 'web', same: false },
      { name: 'replicas', left: '3', right: '5', same: false },
    ])
    expect(links?.records).toHaveLength(1)
    expect(links?.records[0]?.fields.find(({ name }) => name === 'mode')).toEqual({
      name: 'mode',
      left: '',
      right: 'async',
      same: false,
    })
  })

  it('says what only one side has', () => {
    const left = submission({ decisions: [{ question: 'Which store?', chosen: 'a' }], api: [{ path: '/x' }] })
    const right = submission({ decisions: [{ question: 'Which queue?', chosen: 'b' }] })
    const [api, decisions] = compareSubmissions(left, right)
    expect(api).toMatchObject({ part: 'api', standing: 'left' })
    expect(decisions?.lists[0]?.records.map(({ standing }) => standing)).toEqual(['left', 'right'])
  })

  it('names the parts that changed', () => {
    expect(changedParts(submission({}), submission({ worksheet: 'a = 1', failures: [{ what: 'x' }] }))).toEqual([
      'worksheet',
      'failures',
    ])
  })
})

describe('linesBetween', () => {
  it('keeps common lines once and shows the rest on its side', () => {
    expect(linesBetween('a = 1\nb = 2\nc = 3\n', 'a = 1\nb = 4\nc = 3')).toEqual([
      { side: 'both', text: 'a = 1', left: 1, right: 1 },
      { side: 'left', text: 'b = 2', left: 2, right: null },
      { side: 'right', text: 'b = 4', left: null, right: 2 },
      { side: 'both', text: 'c = 3', left: 3, right: 3 },
    ])
    expect(linesBetween('', 'x')).toEqual([{ side: 'right', text: 'x', left: null, right: 1 }])
  })
})
