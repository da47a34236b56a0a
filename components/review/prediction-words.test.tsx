import { describe, expect, it } from 'vitest'
import { runModel } from '#engine/simulation/live-run.ts'
import { flow, model, part } from '#tests/factories/plain-model.ts'
import { type PredictionTimes, predictionWords } from './prediction-words.ts'

// One request a second: the database is full at 4x, the service at 20x, the cache at 50x.
const design = model(
  [
    part('web', { name: 'Web', capacity: 20, serviceTime: 0.05 }),
    part('db', { name: 'Postgres', capacity: 4, serviceTime: 0.25 }),
    part('cache', { name: 'Redis', capacity: 300, serviceTime: 0.003 }),
  ],
  [flow('read', 1, ['web', 'cache', 'db'])],
)
const names: Record<string, string> = { web: 'Web', db: 'Postgres', cache: 'Redis' }
const words = (named: string, times: PredictionTimes, of = design) =>
  predictionWords(runModel(of, 1, []), runModel(of, times, []), named, times, id => names[id] ?? id)

describe('predictionWords', () => {
  it('calls it right, and says what broke, at which load, and how much is needed', () => {
    expect(words('db', 10)).toEqual({
      verdict: 'right',
      found: 'By 10x Postgres has broken first: it is full at 4x.',
      judged: 'You said Postgres: right.',
      mend: 'At 10x 10 /s reach Postgres and it serves 4 /s: it needs 2.5x of what is drawn, or fewer requests. At 1x it is 25% in use, more than anything else.',
    })
  })

  it('names what broke first when another was named, or nothing', () => {
    expect(words('web', 10).judged).toBe('You said Web. Not: Postgres broke first; Web is full at 20x.')
    expect(words('web', 100)).toMatchObject({
      verdict: 'by-then',
      judged: 'You said Web: full by then (20x), but Postgres broke first.',
    })
    expect(words('', 100)).toMatchObject({ verdict: 'unnamed', judged: 'You named nothing; Postgres broke first.' })
  })

  it('says that nothing is full yet where it holds, and mends nothing', () => {
    const strong = model([part('web', { capacity: 50, serviceTime: 0.02 })], [flow('read', 1, ['web'])])
    expect(words('web', 10, strong)).toEqual({
      verdict: 'right',
      found: 'At 10x nothing is full yet; Web would be first, at 50x.',
      judged: 'You said Web: right.',
      mend: '',
    })
    expect(words('db', 10, strong).judged).toBe('You said Postgres. Not: Web breaks first; Postgres is never full.')
  })

  it('says that nothing can break where nothing has a limit', () => {
    const endless = model([part('web', { capacity: undefined })], [flow('read', 1, ['web'])])
    expect(words('web', 10, endless)).toMatchObject({ verdict: 'no-limit', found: 'Nothing in the design has a limit to reach.' })
  })
})
