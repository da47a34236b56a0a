import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { defaultFigures } from '#tests/factories/default-figures.ts'
import { COUNT, type Dimension, MONEY, RATE, sameDimension, TIME } from '../quantity/dimension.ts'
import { evaluateExpression } from '../worksheet/worksheet.ts'
import { componentKindsSchema, type KindFigure } from './component-kinds.ts'
import { guessKind } from './kind-of-name.ts'

const folder = resolve(import.meta.dirname, '../../content/reference')
const load = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'))
const { kinds } = componentKindsSchema.parse(load('components.yaml'))
const factsSchema = z.object({ facts: z.array(z.object({ id: z.string() })).default([]) })
const facts = new Set(
  readdirSync(folder).flatMap(file => factsSchema.safeParse(load(file)).data?.facts.map(fact => fact.id) ?? []),
)
const dimensions: Readonly<Record<string, Dimension>> = {
  capacity: RATE,
  serviceTime: TIME,
  failover: TIME,
  startTime: TIME,
  price: MONEY,
  pricePerMillion: MONEY,
  storage: MONEY,
  'infrequent storage': MONEY,
  'infrequent retrieval': MONEY,
  'archive storage': MONEY,
  'archive retrieval': MONEY,
}

function base(text: string, dimension: Dimension): number {
  const result = evaluateExpression(text)
  if (!result.ok || !sameDimension(result.value.quantity.dimension, dimension)) return Number.NaN
  return result.value.quantity.base
}

const figures = kinds.flatMap(kind =>
  defaultFigures(kind).map(([name, figure]): [string, string, KindFigure] => [kind.id, name, figure]),
)

describe('kinds of component', () => {
  test('every kind has defaults', () => {
    expect(kinds.filter(kind => !kind.defaults).map(kind => kind.id)).toEqual([])
  })

  test.each(figures)('%s: %s lies in its range, in its unit', (_kind, name, figure) => {
    const dimension = dimensions[name] ?? COUNT
    const [low, value, high] = [figure.range[0], figure.value, figure.range[1]].map(text => base(text, dimension))
    expect(value).toBeGreaterThanOrEqual(low ?? Number.NaN)
    expect(value).toBeLessThanOrEqual(high ?? Number.NaN)
  })

  test('a sourced default names a fact that exists', () => {
    const sourced = figures.filter(([, , figure]) => figure.sure === 'sourced')
    expect(sourced.length).toBeGreaterThan(15)
    for (const [, , { source }] of sourced) expect(facts).toContain(/^content\/reference: ([a-z0-9-]+)/.exec(source)?.[1])
  })

  test.each([
    ['Redis', 'cache'],
    ['DynamoDB', 'key-value'],
    ['Kafka', 'log'],
    ['S3', 'object-store'],
    ['Aurora', 'relational'],
  ])('finds %s', (typed, id) => {
    expect(guessKind(kinds, typed)?.id).toBe(id)
  })
})
