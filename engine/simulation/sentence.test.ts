import { expect, test } from 'vitest'
import { flow, model, part } from '#tests/factories/plain-model.ts'
import { evaluate } from './evaluate.ts'
import { sentenceOf } from './sentence.ts'

const says = (net: ReturnType<typeof model>, load = 1, gone?: string) =>
  sentenceOf(net, evaluate(net, load, gone ? [{ scope: 'component', component: gone }] : []))

test('says that a design holds, or what it lacks, misses or has lost', () => {
  const net = model([part('a')], [flow('x', 4, ['a'])])
  expect(says(net)).toBe('At 1x the design holds. a is full first, at 2.5x.')
  expect(says(net, 5)).toBe('At 5x the design fails (a lacks 10 /s). a is full first, at 2.5x.')
  expect(says(net, 1, 'a')).toBe('At 1x the design fails (something that it needs is gone). Nothing in it has a limit.')
  const objectives = [{ id: 'fast', quality: 'latency', percentile: 99, target: 0.1 } as const]
  expect(says({ ...net, flows: [{ ...flow('x', 4, ['a']), objectives }] })).toContain('fails (missed: fast of x)')
  expect(says(model([], []))).toContain('no flow')
})
