import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainKind } from '#tests/factories/plain-kind.ts'
import { blank } from '../design/blank.ts'
import { type Submission, submissionSchema } from '../design/submission.ts'
import { formatRoute } from './draw-route.ts'
import { importMermaid, parseMermaid, toMermaid } from './mermaid.ts'

const kinds = [
  plainKind('client', 'client', ['browser']),
  plainKind('service', 'compute', ['web']),
  plainKind('cache', 'cache', ['redis']),
  plainKind('relational', 'store', ['db']),
  plainKind('queue', 'messaging', ['sqs']),
]
const blanks = { component: { id: '', ...blank.component }, link: { id: '', ...blank.link } }
const empty: Submission['architecture'] = { components: [], links: [], flows: [] }
const load = (text: string, into = empty) => importMermaid(into, text, kinds, blanks)

const edges = (text: string) => {
  const chart = parseMermaid(text)
  return chart.ok ? chart.edges.map(e => `${e.from}${e.async ? '>>' : '>'}${e.to}${e.label ? `:${e.label}` : ''}`) : chart.message
}

describe('parseMermaid', () => {
  it.each([
    ['graph TD\nA-->B', ['A>B']],
    ['flowchart LR; a --> b; b --> c', ['a>b', 'b>c']],
    ['flowchart LR\na --> b & c --> d', ['a>b', 'a>c', 'b>d', 'c>d']],
    ['flowchart LR\na -.-> b\nc -. later .-> d', ['a>>b', 'c>>d:later']],
    ['flowchart LR\na -- reads --> b\nb -->|writes 3/s| c', ['a>b:reads', 'b>c:writes 3/s']],
    ['flowchart LR\na ==> b === c --- d', ['a>b', 'b>c', 'c>d']],
    ['flowchart LR\na <--> b', ['a>b', 'b>a']],
    ['flowchart LR\na ~~~ b --> c', ['b>c']],
    ['flowchart LR\nload-balancer --> web.1', ['load-balancer>web.1']],
    ['flowchart LR\na -->|async| b', ['a>>b:async']],
    [
      '---\ntitle: x\n---\n%% said\nflowchart LR\nsubgraph one[Zone A]\n direction TB\n a --> b %% why\nend\nclassDef x fill:#fff',
      ['a>b'],
    ],
    ['```mermaid\nflowchart LR\na --> b\n```', ['a>b']],
  ])('reads %j', (text, expected) => expect(edges(text)).toEqual(expected))

  it.each([
    ['a[Web tier]', 'Web tier'],
    ['a("Web (tier); [x]")', 'Web (tier); [x]'],
    ['a[(Orders)]', 'Orders'],
    ['a([Person])', 'Person'],
    ['a{{Router}}', 'Router'],
    ['a((Hub))', 'Hub'],
    ['a["Web<br/>tier #quot;one#quot;"]', 'Web tier "one"'],
    ['a', 'a'],
  ])('names the node of %j %j', (node, label) => {
    const chart = parseMermaid(`flowchart LR\n${node}`)
    expect(chart.ok && chart.nodes[0]?.label).toBe(label)
  })

  it.each([
    '',
    'flowchart LR',
    'sequenceDiagram\nA->>B: hi',
    'flowchart LR\na --> ',
    'flowchart LR\na -> b',
    'flowchart LR\na[open --> b',
  ])('refuses %j and says where', text => {
    const chart = parseMermaid(text)
    expect(chart.ok).toBe(false)
    expect(chart.ok ? '' : chart.message).toMatch(/^(Line \d+|There is no node)/)
  })

  it('answers whatever it is given', () =>
    fc.assert(fc.property(fc.string(), text => typeof parseMermaid(`flowchart LR\n${text}`).ok === 'boolean')))
})

describe('importMermaid', () => {
  it('adds components of the kinds that their names suggest, and calls', () => {
    const done = load('flowchart LR\nu[Browser] --> w[Web] -.-> q[[SQS]]\nw --> d[(Orders)]:::relational')
    expect(done.ok && done.architecture.components.map(c => `${c.id}:${c.kind}`)).toEqual([
      'browser:client',
      'web:service',
      'sqs:queue',
      'orders:relational',
    ])
    expect(done.ok && done.architecture.links.map(l => `${l.from} ${l.mode} ${l.to}`)).toEqual([
      'browser sync web',
      'web async sqs',
      'web sync orders',
    ])
  })

  it('links to a component that is there already instead of a second one of its name', () => {
    const first = load('flowchart LR\na[Web] --> b[db]')
    const second = first.ok ? load('flowchart LR\nx[web] --> y[cache]', first.architecture) : first
    expect(second.ok && second.architecture.components.map(c => c.id)).toEqual(['web', 'db', 'cache'])
  })

  it('puts a node into the innermost subgraph in which it first stands, and leaves a group that is there', () => {
    const text = 'flowchart LR\nu[Browser]\nsubgraph one[eu-west]\nu --> w[Web]\nsubgraph two\nd[db]\nend\nend\nend-user[Web 2]'
    const done = load(text)
    const groups = (found: typeof done) => found.ok && found.architecture.components.map(c => `${c.id} ${c.group ?? '-'}`)
    expect(groups(done)).toEqual(['browser eu-west', 'web eu-west', 'db two', 'web-2 -'])
    const again = done.ok ? load('flowchart LR\nsubgraph three\nd[db]\nx[Web 2]\nend', done.architecture) : done
    expect(groups(again)).toEqual(['browser eu-west', 'web eu-west', 'db two', 'web-2 three'])
  })

  it('counts the labels of arrows, which have no place in a design', () => {
    const done = load('flowchart LR\na -- 10K/s --> b -->|async| c')
    expect(done.ok && done.labelsLeftOut).toBe(1)
  })

  it('refuses more than a design may have', () => {
    const done = load(`flowchart LR\n${Array.from({ length: 201 }, (_, n) => `n${n}`).join('\n')}`)
    expect(done.ok ? '' : done.message).toContain('201 components; a design may have 200')
  })

  it('gives what the schema of a submission accepts', () => {
    const done = load('flowchart LR\na["Ünïcode 数据"] --> b["数据"] --> c["数据"] --> d["-"]')
    expect(done.ok && submissionSchema.safeParse({ architecture: done.architecture }).success).toBe(true)
  })
})

describe('toMermaid', () => {
  it('writes what reads back as the same names, kinds, groups and calls', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-zA-Z0-9 "<>&;()[\]{}|%#-]{1,20}$/), {
          minLength: 1,
          maxLength: 8,
          selector: s =>
            s
              .toLowerCase()
              .replace(/[^a-z0-9]+/g, ' ')
              .trim(),
        }),
        fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.boolean()), { maxLength: 12 }),
        (words, pairs) => {
          const components = words.map((name, n) => ({
            ...blanks.component,
            id: ['end', 'class', 'a-b'][n] ?? `c${n}`,
            name: name.replace(/\s+/g, ' ').trim() || `n${n}`,
            kind: kinds[n % kinds.length]?.id ?? '',
            ...(n % 3 === 0 ? {} : { group: ['Zone "A"', 'eu-west; [2]', 'end'][n % 4] ?? 'cell' }),
          }))
          const links = pairs.flatMap(([a, b, async], n) => {
            const from = components[a]?.id
            const to = components[b]?.id
            return from && to && from !== to
              ? [{ ...blanks.link, id: `l${n}`, from, to, mode: async ? ('async' as const) : ('sync' as const) }]
              : []
          })
          const design = { components, links, flows: [] }
          const back = load(toMermaid(design, kinds))
          if (!back.ok) throw new Error(`${back.message}\n${toMermaid(design, kinds)}`)
          const sorted = (all: typeof components) => all.map(c => [c.name, c.kind, c.group].join()).toSorted()
          expect(sorted(back.architecture.components)).toEqual(sorted(components))
          const said = (a: typeof back.architecture) =>
            new Set(a.links.map(l => formatRoute(a, [l.from, l.to]).replace('>>', '>')))
          expect(said(back.architecture)).toEqual(said(design))
        },
      ),
    ))

  it('draws stores, queues and dotted calls as mermaid does', () => {
    const done = load('flowchart LR\nWeb -.-> SQS\nWeb --> db')
    expect(done.ok && toMermaid(done.architecture, kinds)).toBe(
      'flowchart LR\n  web["Web"]:::service\n  sqs[["SQS"]]:::queue\n  db[("db")]:::relational\n  web -.-> sqs\n  web --> db\n',
    )
  })
})
