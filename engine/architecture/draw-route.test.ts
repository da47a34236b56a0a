import { describe, expect, it } from 'vitest'
import { plainKind } from '#tests/factories/plain-kind.ts'
import { parseSubmission } from '../design/parse-submission.ts'
import { emptySubmission } from '../design/submission.ts'
import { drawRoute, formatRoute } from './draw-route.ts'
import { guessKind } from './kind-of-name.ts'

const kinds = [
  plainKind('client', 'client', ['browser']),
  plainKind('service', 'compute', ['web', 'app server']),
  plainKind('cache', 'cache', ['redis', 'elasticache']),
  plainKind('relational', 'store', ['postgres', 'db']),
  plainKind('log', 'messaging', ['kafka']),
]
const parsed = parseSubmission({ architecture: { components: [{ id: 'x' }], links: [{ id: 'x', from: 'x', to: 'x' }] } })
if (!parsed.ok) throw new Error('the blanks must parse')
const [component] = parsed.submission.architecture.components
const [link] = parsed.submission.architecture.links
if (!component || !link) throw new Error('the blanks must be there')
const draw = (text: string, from = emptySubmission.architecture) => drawRoute(from, text, kinds, { component, link })

describe('guessKind', () => {
  it.each([
    ['Redis cluster', 'cache'],
    ['web tier', 'service'],
    ['Postgres primary', 'relational'],
    ['service', 'service'],
  ])('reads %j as %j', (name, id) => expect(guessKind(kinds, name)?.id).toBe(id))

  it('guesses nothing from a name that says nothing, or from a part of a word', () => {
    expect(guessKind(kinds, 'thing')).toBeUndefined()
    expect(guessKind(kinds, 'website')).toBeUndefined()
  })
})

describe('drawRoute', () => {
  it('draws components with their kinds and lets the service call both cache and store', () => {
    const { architecture, route } = draw('Browser > web > Redis > Postgres')
    expect(route).toEqual(['browser', 'web', 'redis', 'postgres'])
    expect(architecture.components.map(c => c.kind)).toEqual(['client', 'service', 'cache', 'relational'])
    expect(architecture.links.map(l => `${l.from}>${l.to}`)).toEqual(['browser>web', 'web>redis', 'web>postgres'])
  })

  it('marks >> as asynchronous and writes the route back as it was typed', () => {
    const { architecture, route } = draw('Browser > web >> Kafka')
    expect(architecture.links.map(l => l.mode)).toEqual(['sync', 'async'])
    expect(formatRoute(architecture, route)).toBe('Browser > web >> Kafka')
  })

  it('reuses what is there, by name in any case, and changes nothing the second time', () => {
    const first = draw('Browser > web').architecture
    const second = draw('browser > WEB > Postgres', first)
    expect(second.architecture.components).toHaveLength(3)
    expect(draw('browser > WEB > Postgres', second.architecture)).toEqual(second)
  })

  it('draws nothing from nothing', () => {
    expect(draw(' > > ').route).toEqual([])
  })
})
