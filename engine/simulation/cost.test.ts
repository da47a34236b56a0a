import { describe, expect, test } from 'vitest'
import { model, part } from '#tests/factories/plain-model.ts'
import { modelOf } from '#tests/factories/simulated-design.ts'
import { costOf, MONTH } from './cost.ts'
import { evaluate } from './evaluate.ts'

const bill = (settings: Record<string, Record<string, string>>) =>
  modelOf({
    architecture: {
      components: [
        { id: 'client', kind: 'client' },
        { id: 'web', kind: 'service', replicas: 10, settings: settings.web ?? {} },
        { id: 'db', kind: 'relational', replicas: 2, settings: settings.db ?? {} },
        { id: 'files', kind: 'object-store', settings: settings.files ?? {} },
      ],
      links: [
        { from: 'client', to: 'web' },
        { from: 'web', to: 'db' },
        { from: 'web', to: 'files' },
      ],
      flows: [{ id: 'f', route: ['client', 'web', 'db', 'files'], rate: '10 /s' }],
    },
    data: [{ id: 's', component: 'files', entity: 'photo', bytes: '1 MB', records: '1M' }],
  })
const lines = (settings: Record<string, Record<string, string>>) => evaluate(bill(settings)).cost.lines
const line = (component: string, item: string, settings: Record<string, Record<string, string>> = {}) =>
  lines(settings).find(l => l.component === component && l.item === item)?.month ?? 0

describe('the monthly cost', () => {
  test('is half for what is reserved and a third or so for what runs on spot machines', () => {
    expect(line('web', 'machines', { web: { purchase: 'reserved' } })).toBeCloseTo(line('web', 'machines') / 2, 9)
    expect(line('web', 'machines', { web: { purchase: 'spot' } })).toBeCloseTo(line('web', 'machines') * 0.3, 9)
  })

  test('says what the whole would cost bought in each way: a store never stands on spot machines', () => {
    const { bought, month } = evaluate(bill({})).cost
    expect(bought['on-demand']).toBeCloseTo(month, 9)
    expect(month - bought.reserved).toBeCloseTo((line('web', 'machines') + line('db', 'machines')) / 2, 9)
    expect(month - bought.spot).toBeCloseTo(line('web', 'machines') * 0.7, 9)
    // What is chosen changes the month, not what the ways would cost.
    expect(evaluate(bill({ web: { purchase: 'spot' } })).cost.bought).toEqual(bought)
  })

  test('keeps bytes for less where they are rarely fetched, and is paid at each fetch', () => {
    expect(line('files', 'storage')).toBeCloseTo(1000 * 0.023, 9)
    expect(line('files', 'storage', { files: { tier: 'infrequent' } })).toBeCloseTo(1000 * 0.0125, 9)
    expect(line('files', 'retrieval')).toBe(0)
    // One record a request, 1 MB at 10 /s.
    expect(line('files', 'retrieval', { files: { tier: 'infrequent' } })).toBeCloseTo(((10 * MONTH * 1e6) / 1e9) * 0.01, 6)
    expect(line('files', 'retrieval', { files: { tier: 'archive', retrieved: '1%' } })).toBeCloseTo(10 * 0.03, 9)
  })

  test('names a way of buying and a tier that there is not, and goes on with the usual one', () => {
    const { problems } = bill({ db: { purchase: 'spot' }, files: { tier: 'cold' } })
    expect(problems).toEqual([
      {
        part: 'db',
        message: 'purchase "spot" is no way to buy a relational.',
        mend: 'Write one of: on-demand, reserved. Until then it is on demand.',
      },
      {
        part: 'files',
        message: 'tier "cold" is none of a object-store.',
        mend: 'Write one of: standard, infrequent, archive. Until then it is standard.',
      },
    ])
  })

  test('is for a million requests of all flows together', () => {
    const cost = costOf(model([part('a', { price: 26 })], []), () => 0, 10)
    expect(cost.perMillion).toBeCloseTo(26 / ((10 * MONTH) / 1e6), 12)
    expect(costOf(model([], []), () => 0, 0).perMillion).toBeNull()
  })
})
