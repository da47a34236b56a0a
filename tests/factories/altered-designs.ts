export type Bare = { [key: string]: unknown }

// What a submission is made of.

export const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const isBare = (value: unknown): value is Bare => typeof value === 'object' && value !== null && !isList(value)
const within = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isBare(inner) ? inner[key] : undefined), value)
export const listAt = (value: unknown, ...path: string[]): Bare[] => {
  const found = within(value, ...path)
  return isList(found) ? found.filter(isBare) : []
}

/** Fields that hold a name or prose; none of them is a choice, a reference or a quantity. */
export const prose = new Set([
  ...['because', 'effect', 'control', 'action', 'interface', 'customer', 'operations', 'cost', 'risk', 'reverseWhen', 'text'],
])
export const labels = new Set([
  ...['name', 'question', 'chosen', 'option', 'path', 'purpose', 'entity', 'partitionKey', 'sortKey', 'by', 'dedupeKey'],
  ...['fallback', 'what', 'item'],
])
/** `text` is a box of prose in some records and a name in others. */
export const isShort = (key: string) => labels.has(key) || key === 'text'
const quantities = new Set([
  ...['target', 'value', 'stated', 'capacity', 'serviceTime', 'timeout', 'rate', 'bytes', 'records', 'backupInterval', 'amount'],
  ...[
    'blastRadius',
    'rto',
    'rpo',
    'threshold',
    'monthly',
    'saves',
    'hitRatio',
    'ttl',
    'memory',
    'partitionKeyValues',
    'worksheet',
  ],
])

/** Every text of a submission, replaced by what `change` makes of it. */
export function mapTexts(value: unknown, change: (text: string, key: string) => string, key = ''): unknown {
  if (typeof value === 'string') return change(value, key)
  if (isList(value)) return value.map(item => mapTexts(item, change, key))
  if (!isBare(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapTexts(inner, change, name)]))
}

const names = new Set(['schema', 'id', 'from', 'to'])

/** The same records with nothing in them but names and prose: no choice, number, reference or quantity. */
function onlyWords(value: unknown, write: (key: string) => string, key = ''): unknown {
  if (typeof value === 'string') {
    if (prose.has(key) || labels.has(key)) return write(key)
    return names.has(key) ? value : ''
  }
  if (isList(value)) return key === 'route' || key === 'owns' ? [] : value.map(item => onlyWords(item, write, key))
  if (!isBare(value)) return undefined
  if (key === 'settings') return {}
  const entries = Object.entries(value).map(([name, inner]) => [name, onlyWords(inner, write, name)] as const)
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined))
}

export const withoutNumbers = (raw: Bare, write: (key: string) => string): Bare => ({
  ...(onlyWords(raw, write) as Bare),
  schema: 'tenfold/design/1',
  assumptions: [],
  answers: [],
  requirements: onlyWords(
    {
      functional: listAt(raw, 'requirements', 'functional'),
      nonFunctional: listAt(raw, 'requirements', 'nonFunctional').map(r => ({ ...r, target: '' })),
    },
    write,
  ),
  worksheet: write('worksheet'),
})

const salad = [
  'scalable highly available partition key shard replica quorum consistent hashing idempotency key circuit breaker p99 99.99% cache hit ratio TTL CDN',
  'trade-off cost 2x because instead of alternative rejected latency 100 ms 5 s rollback canary threshold 0.1% blast radius 1% cell zone region RTO RPO',
  'Kafka Redis DynamoDB PostgreSQL queue backpressure bulkhead saga CQRS event sourcing write-behind read-through hot key two-way door 10x 100x',
]

/** A salad of at most so many words in each box, each a little different, so that none is taken for the same thing said twice. */
export function saladOf(words: number) {
  let turn = 0
  return () => {
    turn += 1
    const leaves = (salad[turn % salad.length] ?? '').split(' ')
    return `${leaves.slice(0, words).join(' ')} ${turn}`.slice(0, 190)
  }
}

/** A whole text, cut into as many pieces as the boxes take. */
export function piecesOf(text: string) {
  let from = 0
  return (key: string) => {
    const size = isShort(key) ? 190 : 1000
    from = from + size > text.length ? 0 : from + size
    return text.slice(from, from + size)
  }
}

/** What a grader of labels would read off: every box is a client, its name says what it is not, and nothing leads from the user. */
export function boxesOfClients(weak: Bare): Bare {
  const said = [
    'no database',
    'we refuse to cache',
    'load balancer not needed',
    'queue? never',
    'no CDN',
    'sharding is evil',
    'no replicas',
  ]
  const components = listAt(weak, 'architecture', 'components')
  return {
    components: components.map(({ id }, i) => ({ id, kind: 'client', name: said[i % said.length] })),
    links: listAt(weak, 'architecture', 'links').map(link => ({ ...link, from: link.to, to: link.from })),
    flows: listAt(weak, 'architecture', 'flows').map(flow => ({ ...flow, route: isList(flow.route) ? flow.route.slice(1) : [] })),
  }
}

/** What a person enters: ids come by themselves, so does the fact that a question reveals; a route is one entry; the worksheet is words. */
export function effort(value: unknown, key = ''): { values: number; words: number } {
  const sum = (parts: readonly { values: number; words: number }[]) =>
    parts.reduce((all, part) => ({ values: all.values + part.values, words: all.words + part.words }), { values: 0, words: 0 })
  if (isList(value) && key !== 'route' && key !== 'owns') return sum(value.map(item => effort(item, key)))
  if (isBare(value))
    return sum(
      Object.entries(value).map(([name, inner]) => {
        const free =
          ['id', 'slot'].includes(name) || (name === 'target' && key === 'answers') || (name === 'fact' && key === 'questions')
        return free ? { values: 0, words: 0 } : effort(inner, typeof inner === 'object' ? name : key)
      }),
    )
  const words = typeof value === 'string' && /\s/.test(value) ? value.split(/\s+/).filter(Boolean).length : 0
  return typeof value === 'string' && value.includes('\n') ? { values: 0, words } : { values: 1, words }
}

// Changes that change nothing.

const componentFields = new Set(['from', 'to', 'component'])

/** Every component under another id, wherever it is named. */
export function withOtherIds(raw: Bare): Bare {
  const other = new Map(listAt(raw, 'architecture', 'components').map(({ id }, i) => [String(id), `part-${90 - i}`]))
  const taken = new Set([
    ...listAt(raw, 'requirements', 'nonFunctional').map(r => r.id),
    ...listAt(raw, 'answers').map(a => a.target),
    ...listAt(raw, 'data').map(s => s.id),
  ])
  const rename = (value: unknown, key: string, list: string): unknown => {
    if (typeof value === 'string') {
      const named =
        componentFields.has(key) ||
        key === 'route' ||
        key === 'owns' ||
        (key === 'id' && list === 'components') ||
        (key === 'driver' && !taken.has(value))
      return named ? (other.get(value) ?? value) : value
    }
    if (isList(value)) return value.map(item => rename(item, key, key))
    return isBare(value)
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rename(inner, name, list)]))
      : value
  }
  return rename(raw, '', '') as Bare
}

const otherUnits: readonly [unit: string, factor: number, other: string][] = [
  ['ms', 0.001, 's'],
  ['KB', 1000, 'B'],
  ['GB', 1000, 'MB'],
  ['TB', 1000, 'GB'],
  ['minutes', 60, 's'],
]

/** The same quantities in other units: 1 GB as 1000 MB, 100 ms as 0.1 s. */
export function inOtherUnits(text: string, key: string): string {
  if (!quantities.has(key)) return text
  return otherUnits
    .reduce(
      (all, [unit, factor, other]) =>
        // A unit that is not part of another one: neither GB/s nor USD/GB, and no target unit after "in".
        all.replaceAll(
          new RegExp(`(?<![\\w.])(\\d+(?:\\.\\d+)?) ${unit}(?![\\w/])`, 'g'),
          (_, n: string) => `${Number((Number(n) * factor).toPrecision(12))} <${other}>`,
        ),
      text,
    )
    .replaceAll(/<(\w+)>/g, '$1')
}

/** Other words for the same: names that are compared with each other stay. */
export function inOtherWords(text: string, key: string): string {
  const put = `${text.replaceAll(' and ', ' as well as ').replaceAll(' a ', ' one ').replaceAll(' is ', ' stays ')}, so to say`
  const spoken =
    prose.has(key) || ['name', 'question', 'chosen', 'option', 'purpose', 'entity', 'fallback', 'what', 'item'].includes(key)
  return spoken && text.includes(' ') && put.length <= 200 ? put : text
}

const ordered = new Set(['route'])

/** The records of every list in another order; a route keeps its own. */
export function shuffled(value: unknown, seed: number, key = ''): unknown {
  if (isList(value)) {
    const inner = value.map(item => shuffled(item, seed, key))
    if (ordered.has(key)) return inner
    const rank = (i: number) => Math.imul(seed ^ (i + 1), 0x9e3779b1) >>> 0
    return inner
      .map((item, i) => ({ item, at: rank(i) }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  }
  return isBare(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shuffled(inner, seed, name)]))
    : value
}

// Parts and lists, as dotted paths; those of the records of a list are left out of all of them at once.

/** Every part of a submission and every list in it that holds anything. */
export function partsOf(raw: Bare): readonly string[] {
  const found = new Set<string>()
  const walk = (value: unknown, path: readonly string[]) => {
    if (isList(value)) {
      if (value.length > 0) found.add(path.join('.'))
      for (const item of value) walk(item, path)
    } else if (isBare(value)) {
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
    }
  }
  for (const key of Object.keys(raw)) if (key !== 'schema') found.add(key)
  walk(raw, [])
  return [...found]
}

/** The value without what stands at the path. */
export function without(value: unknown, [key = '', ...rest]: readonly string[]): unknown {
  if (isList(value)) return value.map(item => without(item, [key, ...rest]))
  if (!isBare(value)) return value
  if (rest.length > 0) return { ...value, [key]: without(value[key], rest) }
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
}

/** The lists of whole records, each with the place of one of them. */
export function recordsOf(raw: Bare): readonly string[] {
  const lists = [
    'requirements.functional',
    'requirements.nonFunctional',
    'questions',
    'assumptions',
    'answers',
    'api',
    'data',
    'decisions',
  ]
  const more = [
    'architecture.components',
    'architecture.links',
    'architecture.flows',
    'failures',
    'operations.alarms',
    'security',
    'cost.lines',
    'organization',
  ]
  return [...lists, ...more].flatMap(path => listAt(raw, ...path.split('.')).map((_, i) => `${path}.${i}`))
}

export function withoutRecord(value: unknown, path: string): unknown {
  const [key = '', ...rest] = path.split('.')
  if (isList(value)) return value.filter((_, i) => String(i) !== key)
  return isBare(value) ? { ...value, [key]: withoutRecord(value[key], rest.join('.')) } : value
}
