import { describe, expect, it } from 'vitest'
import { contentOf } from '#tests/factories/content.ts'
import { rubricTests } from './rubric-tests.ts'

const check = async (tests: string) => rubricTests(await contentOf({ 'drills/small/tests.yaml': tests }))

describe('rubric-tests', () => {
  it('finds nothing where the tests hold', async () => {
    expect(
      await check('tests: [{ about: right, start: solid, expects: { t: met } }, { about: none, expects: { t: missed } }]\n'),
    ).toEqual([])
    expect(rubricTests(await contentOf())).toEqual([])
  })

  it('names the test, what the criterion got and what was expected', async () => {
    const [problem] = await check('tests:\n  - about: wrong\n    expects: { t: met }\n')
    expect(problem).toMatchObject({
      file: 'content/drills/small/tests.yaml',
      line: 2,
      message: 't gets "missed" (No number is stated for it.); "met" is expected',
    })
  })
})
