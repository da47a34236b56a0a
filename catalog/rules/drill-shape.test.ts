import { describe, expect, it } from 'vitest'
import { changed, contentOf, soundFiles } from '#tests/factories/content.ts'
import { drillShape } from './drill-shape.ts'

const found = async (changes: Record<string, string | null>) =>
  drillShape(await contentOf(changes)).map(p => `${p.file}:${p.line}:${p.column} ${p.path} ${p.message} | ${p.mend}`)

describe('drillShape', () => {
  it('finds nothing in sound content', async () => {
    expect(await found({})).toEqual([])
  })
  it('refuses a slug that is not the folder, phases that do not fill the time, and a drill without exemplars', async () => {
    const drill = (soundFiles['drills/small/drill.yaml'] ?? '')
      .replace('slug: small', 'slug: smal')
      .replace('minutes: 5,', 'minutes: 4,')
    expect(await found({ 'drills/small/drill.yaml': drill, 'drills/small/exemplars/solid.yaml': null })).toEqual([
      'content/drills/small/drill.yaml:1:7 slug is "smal", but the folder is called "small" | give both one name',
      'content/drills/small/drill.yaml:7:1 phases has phases of 4 minutes in all, and the drill has 5 | make the phases fill the time',
      'content/drills/small/drill.yaml:1:1  has no exemplar "solid" | add exemplars/solid.yaml with what it must get',
    ])
  })
  it('wants all four exemplars of a drill that is sat for a score', async () => {
    const problems = await found(changed('drills/small/drill.yaml', 'practiceOnly: true', 'practiceOnly: false'))
    expect(problems.map(p => /exemplar "([a-z-]+)"/.exec(p)?.[1])).toEqual(['strong', 'weak', 'empty-but-long'])
  })

  it('refuses a phase about a part that no submission has, and a curveball after the end', async () => {
    const drill = (soundFiles['drills/small/drill.yaml'] ?? '')
      .replace('checklist: [do] }', 'parts: [requirement], checklist: [do] }')
      .replace('lessons: [one]', 'curveballs: [{ id: c, minute: 5, text: t, debrief: d }]\nlessons: [one]')
    expect((await found({ 'drills/small/drill.yaml': drill })).map(p => p.replace(/^\S+ /, ''))).toEqual([
      'phases[0].parts[0] names "requirement", which is not a part of a submission | did you mean "requirements"?',
      'curveballs[0].minute comes when the time is up | let it come earlier',
    ])
  })
})
