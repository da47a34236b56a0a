import { describe, expect, test } from 'vitest'
import { modelOf } from '#tests/factories/simulated-design.ts'
import { evaluateExpression } from '../worksheet/worksheet.ts'
import { mechanismSettings, type Setting } from './settings.ts'

const amount = (text: string, { dimension }: Setting) => {
  const read = evaluateExpression(text)
  if (!read.ok) throw new Error(text)
  expect(read.value.quantity.dimension).toEqual(dimension)
  return read.value.quantity.base
}

describe('a mechanism setting', () => {
  test.each(Object.entries<Setting>(mechanismSettings))(
    '%s has a range of its own kind, and its usual value in it',
    (_name, setting) => {
      const [low, high] = [amount(setting.range[0], setting), amount(setting.range[1], setting)]
      expect(low).toBeLessThan(high)
      const usual = setting.usual === undefined ? low : amount(setting.usual, setting)
      expect(usual >= low && usual <= high).toBe(true)
    },
  )
})

const part = (settings: Record<string, string>, kind = 'service') => {
  const components = [{ id: 'a', kind, replicas: 3, capacity: '100 /s', settings }]
  const model = modelOf({
    schema: 'tenfold/design/1',
    architecture: { components, flows: [{ id: 'x', route: ['a'], rate: '1 /s' }] },
  })
  return { a: model.parts.a, problems: model.problems, overrides: model.overrides }
}

describe('a component reads', () => {
  test('an autoscaler, with the start time of its kind', () => {
    expect(part({ scaleAt: '70%' }).a?.autoscaler).toEqual({
      at: expect.closeTo(0.7, 9),
      step: 1,
      cooldown: 300,
      startTime: 90,
      most: 30,
      period: 15,
    })
    expect(
      part({ scaleAt: '70%', scaleStep: '4', cooldown: '1 minute', startTime: '20 s', maxReplicas: '9', scalePeriod: '30 s' }).a
        ?.autoscaler,
    ).toEqual({
      at: expect.closeTo(0.7, 9),
      step: 4,
      cooldown: 60,
      startTime: 20,
      most: 9,
      period: 30,
    })
  })

  test('no autoscaler where more replicas do not help, and says so', () => {
    expect(part({ scaleAt: '70%' }, 'relational')).toMatchObject({
      a: expect.not.objectContaining({ autoscaler: expect.anything() }),
      problems: [{ part: 'a', message: 'has scaleAt, but no more replicas help a relational.' }],
    })
    expect(part({ scaleAt: '70%' }, 'key-value').problems[0]?.message).toBe(
      'has scaleAt, but nothing is known of how fast a key-value starts.',
    )
  })

  test('batches, which multiply its capacity, a queue limit and keys', () => {
    const { a } = part({ batchSize: '50', batchWait: '5 ms', queueLimit: '200', keys: '1M', keySkew: '1.2' })
    expect(a).toMatchObject({
      capacity: 5000,
      batch: { size: 50, wait: 0.005 },
      queueLimit: 200,
      keys: { count: 1e6, exponent: 1.2 },
    })
    expect(part({ batchSize: '1' }).a).toMatchObject({ capacity: 100 })
  })

  test('what lies outside its range as its nearest end, named', () => {
    const { a, overrides } = part({ scaleAt: '150%' })
    expect(a?.autoscaler?.at).toBe(1)
    expect(overrides).toContainEqual({ component: 'a', what: 'scaleAt', stated: 1.5, used: 1, clamped: true })
  })

  test('none of it unless it is set', () => {
    const { a } = part({})
    for (const key of ['autoscaler', 'batch', 'queueLimit', 'keys', 'replication', 'warm', 'hottest'])
      expect(a).not.toHaveProperty(key)
  })
})
