import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { makeRandom } from '../worksheet/sample.ts'
import { evaluateWorksheet } from '../worksheet/worksheet.ts'
import { makeSprint, makeTwins, toPublicQuestion } from './make-sprint.ts'
import { markAnswer } from './mark-answer.ts'
import { sprintTemplatesSchema } from './template.ts'

const file = join(import.meta.dirname, '../../content/sprints/templates.yaml')
const { templates } = sprintTemplatesSchema.parse(parse(readFileSync(file, 'utf8')))
const seeds = fc.integer({ min: 0, max: 2 ** 31 })

describe('makeSprint', () => {
  it('has at least twenty-five templates to draw from', () => {
    expect(templates.length).toBeGreaterThanOrEqual(25)
    expect(new Set(templates.map(t => t.id)).size).toBe(templates.length)
  })

  it('draws four numbers and a pair of twins whose right option differs, the same for the same seed', () => {
    fc.assert(
      fc.property(seeds, seed => {
        const sprint = makeSprint(templates, seed)
        expect(sprint.map(q => q.kind)).toEqual(['estimate', 'estimate', 'estimate', 'estimate', 'decision', 'decision'])
        expect(sprint[4]?.template).toBe(sprint[5]?.template)
        expect(new Set([sprint[4]?.right, sprint[5]?.right])).toEqual(new Set([0, 1]))
        expect(makeSprint(templates, seed)).toEqual(sprint)
      }),
      { numRuns: 200 },
    )
  })

  it('fills every blank and gives every estimate a value of its unit, for every template', () => {
    for (let seed = 1; seed < 400; seed += 1) {
      for (const question of makeSprint(templates, seed)) {
        expect(question.text).not.toMatch(/[{}]/)
        expect(question.why).not.toMatch(/[{}]/)
        const sheet = evaluateWorksheet(question.worksheet)
        expect(sheet.errors, question.worksheet).toEqual([])
        if (question.kind === 'estimate') expect(sheet.values.get('answer')?.quantity.base).toBeGreaterThan(0)
      }
    }
  })

  it('can flip every decision', () => {
    for (const template of templates)
      if (template.kind === 'decision') expect(makeTwins(template, makeRandom(3)), template.id).toBeDefined()
  })

  it('keeps the answer back until it is given', () => {
    const [question] = makeSprint(templates, 5)
    expect(Object.keys(question ? toPublicQuestion(question) : {})).toEqual(['kind', 'text', 'unit', 'options'])
  })
})

describe('markAnswer', () => {
  it('takes the shown answer of every question as right', () => {
    for (let seed = 1; seed < 200; seed += 1) {
      for (const question of makeSprint(templates, seed)) {
        const stated =
          question.kind === 'decision' ? String(question.right) : evaluateWorksheet(question.worksheet).lines.at(-1)?.text
        expect(markAnswer(question, stated ?? ''), `${question.worksheet} ${stated}`).toMatchObject({ right: true, slip: null })
      }
    }
  })

  it('names the slip of a wrong answer', () => {
    const egress = makeSprint(
      templates.filter(t => t.id === 'egress-from-requests' || t.kind === 'decision'),
      1,
    )[0]
    if (!egress) throw new Error('expected a question')
    const right = evaluateWorksheet(egress.worksheet).values.get('answer')?.quantity.base ?? 0
    // Bytes a second stated as if they were bits.
    const marked = markAnswer(egress, `${right / 1e9} Gbps`)
    expect(marked).toMatchObject({ right: false, verdict: 'off', slip: { id: 'bits_bytes' } })
    expect(marked.expected).toMatch(/bps|b\/s|bit/i)
  })

  it('says what is wrong with an answer that cannot be read', () => {
    const [question] = makeSprint(templates, 5)
    if (!question) throw new Error('expected a question')
    expect(markAnswer(question, 'a lot')).toMatchObject({ right: false, verdict: 'unreadable' })
    expect(markAnswer(question, '').right).toBe(false)
  })
})
