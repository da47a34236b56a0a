import { describe, expect, it } from 'vitest'
import { flow, model, part } from '#tests/factories/plain-model.ts'
import { kinds, modelOfExemplar } from '#tests/factories/simulated-design.ts'
import { emptySubmission } from '../design/submission.ts'
import { runLive, runModel } from './live-run.ts'

const component = (run: ReturnType<typeof runModel>, id: string) => run.components.find(c => c.id === id)
const within = (id: string, quality: 'latency' | 'availability', target: number) => ({ id, quality, percentile: 99, target })

describe('runModel', () => {
  it('gives the percentiles of a call of one exponential server exactly', () => {
    // M/M/1: the response is exponential with mean 1 / (service rate - arrival rate) = 1 / (10 - 6).
    const a = component(runModel(model([part('a')], [flow('x', 6, ['a'])]), 1, []), 'a')
    expect(a).toMatchObject({ state: 'fine', offered: 6, capacity: 10, utilization: 0.6 })
    expect(a?.p50).toBeCloseTo(Math.log(2) / 4, 6)
    expect(a?.p99).toBeCloseTo(Math.log(100) / 4, 6)
  })

  it('has no call times where there is no steady state, and says which flows wait for it', () => {
    const net = model([part('a'), part('b', { capacity: 100 })], [flow('x', 6, ['a']), flow('y', 1, ['b'])])
    const run = runModel(net, 2, [])
    expect(component(run, 'a')).toMatchObject({ state: 'full', p50: null, p99: null, fullAt: 10 / 6 })
    expect(run).toMatchObject({ holds: false, unsteady: ['x'], broken: [{ what: 'full', component: 'a' }] })
    expect(run.slowest?.flow).toBe('y')
  })

  it.each([
    [1, []],
    [10, []],
    [2, ['component:cache']],
    [1, ['zone:a', 'component:id-service']],
  ] as const)(
    'tells the same in every figure: the limit, the components and the costs agree at %sx without %j',
    (load, failures) => {
      const run = runModel(modelOfExemplar('url-shortener', 'strong'), load, failures)
      const ofComponents = run.components.reduce((sum, c) => sum + c.month, 0)
      expect(ofComponents).toBeCloseTo(run.cost.month, 6)
      expect(run.cost.lines.reduce((sum, line) => sum + line.month, 0)).toBeCloseTo(run.cost.month, 6)
      expect(run.holds).toBe(run.limit.load === null || load <= run.limit.load)
      for (const c of run.components) if (c.fullAt !== null) expect(c.state === 'full').toBe(load >= c.fullAt)
      const [first] = run.limit.breaks
      if (first?.what === 'full' && run.limit.breaks.length === 1)
        expect(run.limit.load).toBe(component(run, first.component)?.fullAt)
      expect(run.slowest?.p99).toBe(Math.max(...run.flows.flatMap(f => f.p99 ?? [])))
    },
  )

  it('takes several failures at once, and leaves out one that the design no longer has', () => {
    const net = model([part('a'), part('b'), part('c')], [flow('x', 3, ['a']), flow('y', 1, ['b']), flow('z', 4, ['c'])])
    const run = runModel(net, 1, ['component:a', 'component:b', 'component:gone'])
    expect(run.failed).toEqual(['a', 'b'])
    expect(run.blast).toEqual({
      share: 0.5,
      already: 0,
      users: 1,
      flows: [
        { name: 'x', share: 1 },
        { name: 'y', share: 1 },
      ],
    })
    expect(run.unanswered).toBeCloseTo(0.5, 9)
    expect(component(run, 'a')?.state).toBe('gone')
    expect(run.nemesis).toMatchObject({ name: 'c', share: 0.5, failure: 'component:c' })
  })

  it('counts the users of a lost cell, not all of them', () => {
    const cells = model([part('a', { cells: 4, capacity: 100 })], [flow('x', 8, ['a'])])
    expect(runModel(cells, 1, ['cell']).blast).toMatchObject({ share: 0.25, users: 0.25 })
    expect(runModel(cells, 1, ['component:a']).blast).toMatchObject({ share: 1, users: 1 })
  })

  it('leaves of the error budget what the downtime does not take, by the strictest objective', () => {
    const x = { ...flow('x', 1, ['a']), objectives: [within('r', 'availability', 0.99), within('s', 'availability', 0.999)] }
    const [found] = runModel(model([part('a', { availability: 0.9995 })], [x]), 1, []).flows
    expect(found?.budget?.target).toBe(0.999)
    expect(found?.budget?.allowed).toBeCloseTo(2592, 6)
    expect(found?.budget?.left).toBeCloseTo(2592 - (found?.downtime ?? 0), 6)
  })
})

it('says why nothing runs in an empty design', () => {
  const run = runLive({ design: emptySubmission, kinds, given: {}, load: 1, failures: [] })
  expect(run.flows).toEqual([])
  expect(run.problems[0]?.mend).toMatch(/Add a flow/)
})
