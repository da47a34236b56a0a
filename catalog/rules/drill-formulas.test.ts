import { describe, expect, it } from 'vitest'
import { changed, contentOf } from '#tests/factories/content.ts'
import { drillFormulas } from './drill-formulas.ts'

const found = async (changes: Record<string, string | null>) =>
  drillFormulas(await contentOf(changes)).map(p => `${p.path} ${p.message} | ${p.mend}`)

const drill = 'drills/small/drill.yaml'

describe('drillFormulas', () => {
  it('finds nothing in sound content', async () => {
    expect(await found({})).toEqual([])
  })

  it('refuses a formula over a name that the drill does not have', async () => {
    const [problem] = await found(changed(drill, 'formula: "n * 2"', 'formula: "m * 2"'))
    expect(problem).toMatch(/^targets\[0\].formula "m \* 2" cannot be computed/)
  })

  it('refuses a unit and a range of another kind than the value', async () => {
    const problems = await found(changed(drill, 'unit: "1", formula', 'unit: GB, plausible: ["1 s", "20"], formula'))
    expect(problems.map(p => p.replace(/ \|.*/, ''))).toEqual([
      'targets[0].plausible[0] "1 s" is of another kind than the value that it goes with',
      'targets[0].unit "1 GB" is of another kind than the value that it goes with',
    ])
  })

  it('refuses a fact whose value cannot be read, and a named one without a value', async () => {
    expect((await found(changed(drill, 'value: "3"', 'value: three')))[0]).toMatch(/^facts\[0\].value "three" cannot be computed/)
    expect((await found(changed(drill, ', value: "3"', '')))[0]).toMatch('names the fact "n" without a value')
  })
})
