import { describe, expect, it } from 'vitest'
import { contentOf, soundFiles } from '#tests/factories/content.ts'
import { criteriaNames } from './criteria-names.ts'

const found = async (changes: Record<string, string | null>) =>
  criteriaNames(await contentOf(changes)).map(p => `${p.file}:${p.line}:${p.column} ${p.path} ${p.message} | ${p.mend}`)

describe('criteriaNames', () => {
  it('finds nothing in sound content', async () => {
    expect(await found({})).toEqual([])
  })
  it('refuses a dimension, a target, a rule and a kind that do not exist', async () => {
    const more = [
      '  - { id: a, kind: estimate, dimension: d00, points: 1, target: tt, question: q, mend: m }',
      '  - { id: b, kind: consistent, dimension: d1, points: 1, rule: alarm-names-objectives, question: q, mend: m }',
      '  - { id: c, kind: topology, dimension: d1, points: 1, check: { is: path, from: [clint], to: ["@stores"] }, question: q, mend: m }',
      '  - { id: d, kind: consistent, dimension: d1, points: 1, rule: store-bytes-agree, with: { stores: t }, question: q, mend: m }',
      '  - { id: e, kind: decided, dimension: d1, points: 1, drivers: [t, "quality:laten", "@store"], question: q, mend: m }',
      '  - { id: f, kind: present, dimension: d1, points: 1, part: architecture.components, where: { kind: [servce] }, question: q, mend: m }',
      '',
    ].join('\n')
    const problems = await found({ 'drills/small/rubric.yaml': `${soundFiles['drills/small/rubric.yaml']}${more}` })
    expect(problems.map(p => p.replace(/^\S+ /, '').replace(/ \| use one of.*/, ' | ...'))).toEqual([
      'criteria[1].dimension names the dimension "d00", which does not exist | did you mean "d0"?',
      'criteria[1].target names the target "tt", which does not exist | ...',
      'criteria[2].rule names the rule "alarm-names-objectives", which does not exist | did you mean "alarms-name-objectives"?',
      'criteria[3].check.from[0] names the kind of component "clint", which does not exist | did you mean "client"?',
      'criteria[3].check.to[0] names the kind of component "@stores", which does not exist | did you mean "@store"?',
      'criteria[4].with.stores names the parameter "stores", which does not exist | did you mean "stored"?',
      'criteria[5].drivers[1] names the driver "quality:laten", which does not exist | did you mean "quality:latency"?',
      'criteria[6].where.kind[0] names the kind of component "servce", which does not exist | did you mean "service"?',
    ])
  })
})
