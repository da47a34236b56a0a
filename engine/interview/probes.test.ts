import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import type { Submission } from '#engine/design/submission.ts'
import { hotKeyMitigations } from '#engine/design/words.ts'
import { readerOf } from '#engine/simulation/to-model.ts'
import { kinds } from '#tests/factories/simulated-design.ts'
import { conduct, maySpeak, nextProbe, type ProbeMoment, probeRules, type Spoken } from './probes.ts'

const submissionOf = (parts: unknown): Submission => {
  const parsed = parseSubmission(parts)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.submission
}
const exemplar = (name: string) =>
  submissionOf(parse(readFileSync(resolve(`content/drills/url-shortener/exemplars/${name}.yaml`), 'utf8')).submission)

const moment = (submission: Submission, fields: Partial<ProbeMoment> = {}): ProbeMoment => ({
  submission,
  kinds,
  minute: 54,
  minutes: 60,
  asked: [],
  read: readerOf(submission.worksheet, {}),
  ...fields,
})

/** All that would be asked of a design that stays as it is, one after the other. */
function askedOf(parts: unknown, minute = 54): ReadonlyMap<string, string> {
  const submission = submissionOf(parts)
  const found = new Map<string, string>()
  for (;;) {
    const asked = [...found.keys()].map(id => ({ id, minute: minute - 10 }))
    const probe = nextProbe(moment(submission, { minute, asked }))
    if (!probe) return found
    found.set(probe.id, probe.text)
  }
}

const components = [
  { id: 'users', kind: 'client' },
  { id: 'web', kind: 'service', replicas: 4 },
  { id: 'db', kind: 'relational', name: 'Link store' },
]
const links = [
  { from: 'users', to: 'web' },
  { from: 'web', to: 'db' },
]
const flow = { id: 'read', route: ['users', 'web', 'db'], rate: '100 /s' }
const architecture = { components, links, flows: [flow] }
const fast = { id: 'fast', quality: 'latency', percentile: 99, target: '100 ms' }

/** Of each rule: a design that it asks about, what it asks for, and the same design with it. */
const cases: Record<string, { parts: object; text: RegExp; mended: object }> = {
  'no-questions': { parts: {}, text: /know from me/, mended: { questions: [{ text: 'How many users?' }] } },
  'no-numbers': { parts: {}, text: /How big/, mended: { worksheet: 'users = 1M' } },
  'no-flow': { parts: { architecture: { components, links } }, text: /Walk me through/, mended: { architecture } },
  'no-percentile': {
    parts: { requirements: { nonFunctional: [{ ...fast, percentile: undefined }] } },
    text: /How fast/,
    mended: { requirements: { nonFunctional: [fast] } },
  },
  'no-scope': {
    parts: { requirements: { functional: [{ text: 'Make a link', priority: 'must' }] } },
    text: /not building/,
    mended: {
      requirements: {
        functional: [
          { text: 'Make a link', priority: 'must' },
          { text: 'Billing', priority: 'out' },
        ],
      },
    },
  },
  'full-at-own-rate': {
    parts: { architecture: { ...architecture, flows: [{ ...flow, rate: '1M /s' }] } },
    text: /the numbers at (web|Link store)/,
    mended: { architecture },
  },
  'single-point': {
    parts: { architecture },
    text: /when Link store stops/,
    mended: { architecture, failures: [{ component: 'db', what: 'It is gone' }] },
  },
  'no-partition-key': {
    parts: { architecture, data: [{ component: 'db', entity: 'link' }] },
    text: /asks for one link/,
    mended: { architecture, data: [{ component: 'db', entity: 'link', partitionKey: 'code' }] },
  },
  'repeated-call': {
    parts: { architecture: { ...architecture, links: [links[0], { ...links[1], retries: 2 }] } },
    text: /Link store hears the same thing twice from web/,
    mended: { architecture: { ...architecture, links: [links[0], { ...links[1], retries: 2, dedupeKey: 'request id' }] } },
  },
  'unused-estimate': {
    parts: { architecture, answers: [{ target: 'stored_total', stated: '3 TB' }] },
    text: /worked out the stored total/,
    mended: {
      architecture,
      answers: [{ target: 'stored_total', stated: '3 TB' }],
      decisions: [{ chosen: 'One store', driver: 'stored_total' }],
    },
  },
  'no-alternative': {
    parts: { decisions: [{ chosen: 'Kafka' }] },
    text: /You chose Kafka/,
    mended: { decisions: [{ chosen: 'Kafka', alternatives: [{ option: 'SQS' }] }] },
  },
  'skewed-key': {
    parts: { data: [{ partitionKey: 'code' }] },
    text: /One code gets/,
    mended: { data: [{ partitionKey: 'code', hotKey: 'none' }] },
  },
  'no-alarm': {
    parts: { architecture },
    text: /before your users tell you/,
    mended: { architecture, operations: { alarms: [{ signal: 'errors' }] } },
  },
  'no-failure': { parts: { architecture }, text: /three in the morning/, mended: { architecture, failures: [{ what: 'x' }] } },
  'no-way-back': {
    parts: { architecture },
    text: /release was a mistake/,
    mended: { architecture, operations: { rollback: { metric: 'errors' } } },
  },
}

describe('probes', () => {
  it('have a case for each rule', () => {
    expect(Object.keys(cases).sort()).toEqual(probeRules.map(({ id }) => id).sort())
  })

  const timesOf = (id: string) => {
    const rule = probeRules.find(one => one.id === id)
    return { first: Math.max((rule?.after ?? 0) * 60, conduct.first), until: (rule?.until ?? 1) * 60 }
  }

  it.each(Object.entries(cases))('%s asks for what is missing, and not once it is there', (id, { parts, text, mended }) => {
    const { first } = timesOf(id)
    expect(askedOf(parts, first).get(id)).toMatch(text)
    for (const minute of [first, 54]) expect([...askedOf(mended, minute).keys()]).not.toContain(id)
  })

  it.each(Object.entries(cases))('%s does not come before its time, nor after it', (id, { parts }) => {
    const { first, until } = timesOf(id)
    expect([...askedOf(parts, first - 0.1).keys()]).not.toContain(id)
    expect([...askedOf(parts, Math.min(until, 55)).keys()]).toContain(id)
    expect([...askedOf(parts, until + 0.1).keys()]).not.toContain(id)
  })

  it('ask in the words of a person and never name the answer', () => {
    const told = Object.entries(cases).map(([id, { parts }]) => askedOf(parts, timesOf(id).first).get(id) ?? '')
    const answers = [
      ...hotKeyMitigations.filter(word => word !== 'none'),
      ...['percentile', 'p99', 'replica', 'shard', 'partition', 'dedupe', 'idempoten', 'zone', 'standby', 'alarm', 'rollback'],
      ...[
        'canary',
        'flow',
        'bottleneck',
        'single point',
        'criterion',
        'rubric',
        'detection',
        'RTO',
        'alternative',
        'out of scope',
      ],
    ]
    for (const text of [...told, ...probeRules.map(({ words }) => words)]) {
      expect(text).toMatch(/[?.]$/)
      expect(text.length).toBeLessThan(120)
      expect(answers.filter(answer => text.toLowerCase().includes(answer.toLowerCase()))).toEqual([])
    }
  })

  it('have general words that ask the same as what is said of a design', () => {
    const wordsIn = (text: string) => text.toLowerCase().match(/[a-z']+/g) ?? []
    for (const { id, words } of probeRules) {
      const said = new Set(wordsIn(askedOf(cases[id]?.parts, timesOf(id).first).get(id) ?? ''))
      const shared = wordsIn(words).filter(word => said.has(word))
      expect(shared.length / wordsIn(words).length, id).toBeGreaterThan(0.6)
    }
  })

  it('leave a strong design all but alone, and find much to ask about an empty one', () => {
    const submission = exemplar('strong')
    for (const minute of [10, 20, 30, 40, 50]) expect(askedOf(submission, minute).size).toBeLessThanOrEqual(3)
    expect(askedOf({ architecture: { components } }).size).toBeGreaterThan(5)
  })
})

describe('the conduct of an interviewer', () => {
  const empty = submissionOf({})

  it('is silent in the first few minutes and in the last five', () => {
    expect(nextProbe(moment(empty, { minute: 3.9, minutes: 20 }))).toBeUndefined()
    expect(nextProbe(moment(empty, { minute: 54.9 }))).toBeDefined()
    expect(nextProbe(moment(empty, { minute: 55.1 }))).toBeUndefined()
  })

  it('does not interrupt who is writing', () => {
    expect(nextProbe(moment(empty, { changedAtMinute: 53.9 }))).toBeUndefined()
    expect(nextProbe(moment(empty, { changedAtMinute: 53.5 }))).toBeDefined()
  })

  it('keeps three minutes from what was said before, a curveball too', () => {
    expect(nextProbe(moment(empty, { asked: [{ id: 'curveball:celebrity', minute: 52 }] }))).toBeUndefined()
    expect(nextProbe(moment(empty, { asked: [{ id: 'curveball:celebrity', minute: 51 }] }))).toBeDefined()
  })

  it('never asks twice, nor within three minutes, nor out of hours, whatever is written when', () => {
    const drafts = [empty, ...Object.values(cases).flatMap(({ parts, mended }) => [submissionOf(parts), submissionOf(mended)])]
    const step = fc.record({
      wait: fc.double({ min: 0, max: 6, noNaN: true }),
      draft: fc.nat({ max: drafts.length - 1 }),
      writes: fc.boolean(),
    })
    const run = fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 5, max: 120 }), (steps, minutes) => {
      const asked: Spoken[] = []
      let minute = 0
      let changedAtMinute: number | undefined
      for (const { wait, draft, writes } of steps) {
        minute += wait
        if (writes) changedAtMinute = minute
        const submission = drafts[draft] ?? empty
        const probe = nextProbe(moment(submission, { minute, minutes, asked, changedAtMinute }))
        if (!probe) continue
        expect(asked.map(({ id }) => id)).not.toContain(probe.id)
        expect(minute - (asked.at(-1)?.minute ?? -Infinity)).toBeGreaterThanOrEqual(conduct.apart)
        expect(minute).toBeGreaterThanOrEqual(conduct.first)
        expect(minute).toBeLessThanOrEqual(minutes - conduct.last)
        expect(minute - (changedAtMinute ?? -Infinity)).toBeGreaterThanOrEqual(conduct.flowing)
        asked.push({ id: probe.id, minute })
      }
    })
    fc.assert(run, { numRuns: 60 })
  })

  it('says the same of the same moment', () => {
    const once = moment(exemplar('weak'), { minute: 40 })
    expect(nextProbe(once)).toEqual(nextProbe(once))
    expect(maySpeak(once)).toBe(true)
  })
})
