import { type ComponentKind, type KindFigure, purchases, storageTiers } from '../architecture/component-kinds.ts'
import type { Component, Store } from '../design/submission.ts'
import { COUNT, type Dimension, INFORMATION, MONEY, RATE, TIME } from '../quantity/dimension.ts'
import type { Part } from './model.ts'
import { figureOf, type Notes, override, type Read, readAs } from './read-figure.ts'
import { readMechanisms } from './read-mechanisms.ts'

/** A component with the defaults of its kind where it says nothing. Undefined, with a problem, when its kind has none. */
export function readPart(
  component: Component,
  kind: ComponentKind | undefined,
  store: Store | undefined,
  read: Read,
  notes: Notes,
): Part | undefined {
  const { defaults } = kind ?? {}
  if (!kind || !defaults) {
    const message = component.kind ? `is of the kind "${component.kind}", of which nothing is known.` : 'has no kind.'
    notes.problems.push({ part: component.id, message, mend: 'Choose a kind, such as service, cache or relational.' })
    return undefined
  }
  const pick = (what: string, text: string, figure: KindFigure | undefined, dimension: Dimension) =>
    override(component.id, what, text, figure, dimension, read, notes)
  const settings = component.settings
  const shards = Math.max(1, Math.round(readAs(read, store?.sharding.count ?? '', COUNT) ?? 1))
  const replicas = component.replicas ?? (defaults.scaling === 'replicas' && kind.stateful ? shards : 1)
  const copies = Math.max(1, store?.replication.factor ?? Math.min(3, replicas))
  const part: Part = {
    id: component.id,
    name: component.name || component.id,
    kind: kind.id,
    category: kind.category,
    managed: kind.managed,
    scaling: defaults.scaling,
    reach: defaults.reach,
    replicas,
    shards,
    zones: Math.min(6, Math.max(1, component.zones ?? 1)),
    regions: Math.min(6, Math.max(1, component.regions ?? 1)),
    cells: Math.max(1, component.cells ?? 1),
    capacity: pick('capacity', component.capacity, defaults.capacity, RATE),
    serviceTime: pick('serviceTime', component.serviceTime, defaults.serviceTime, TIME) ?? 0,
    cv: pick('cv', settings.cv ?? '', defaults.cv, COUNT) ?? 0,
    hitRatio: pick('hitRatio', settings.hitRatio ?? '', defaults.hitRatio, COUNT),
    availability: pick('availability', settings.availability ?? '', defaults.availability, COUNT) ?? 1,
    failover: pick('failover', settings.failover ?? '', defaults.failover, TIME) ?? 0,
    copies,
    needed: store?.replication.mode === 'quorum' ? Math.floor(copies / 2) + 1 : 1,
    price: pick('price', settings.price ?? '', defaults.price, MONEY) ?? 0,
    pricePerMillion: pick('pricePerMillion', settings.pricePerMillion ?? '', defaults.pricePerMillion, MONEY) ?? 0,
    ...boughtAs(component, defaults, notes),
    ...keptIn(component, defaults, notes),
    storedBytes: storedBytes(store, read),
    recordBytes: Math.max(0, readAs(read, store?.bytes ?? '', INFORMATION) ?? 0),
    retrievedShare: readAs(read, settings.retrieved ?? '', COUNT),
  }
  return { ...part, ...readMechanisms(component, part, defaults.startTime, store, read, notes) }
}

type Defaults = NonNullable<ComponentKind['defaults']>

/** How the machines are bought (`purchase`), and what each way leaves of their price. */
function boughtAs(component: Component, { reserved, spot }: Defaults, { problems }: Notes): Pick<Part, 'purchase' | 'shares'> {
  const shares = {
    'on-demand': 1,
    ...(reserved ? { reserved: figureOf(reserved.value) } : {}),
    ...(spot ? { spot: figureOf(spot.value) } : {}),
  }
  const wanted = component.settings.purchase?.trim() || 'on-demand'
  const purchase = purchases.find(way => way === wanted && way in shares)
  if (!purchase) {
    const ways = Object.keys(shares).join(', ')
    const mend = `Write one of: ${ways}. Until then it is on demand.`
    problems.push({ part: component.id, message: `purchase "${wanted}" is no way to buy a ${component.kind}.`, mend })
  }
  return { purchase: purchase ?? 'on-demand', shares }
}

/** Where its bytes are kept (`tier`): US dollars for a gigabyte a month, and for a byte fetched. */
function keptIn(
  component: Component,
  { storage, tiers = {} }: Defaults,
  { problems }: Notes,
): Pick<Part, 'storagePrice' | 'retrievalPrice'> {
  const standard = { storagePrice: storage ? figureOf(storage.value) : 0, retrievalPrice: 0 }
  const wanted = component.settings.tier?.trim() || 'standard'
  if (wanted === 'standard') return standard
  const tier = storageTiers.find(name => name === wanted)
  const prices = tier && tiers[tier]
  if (prices) return { storagePrice: figureOf(prices.storage.value), retrievalPrice: figureOf(prices.retrieval.value) / 1e9 }
  const mend = `Write one of: ${['standard', ...Object.keys(tiers)].join(', ')}. Until then it is standard.`
  problems.push({ part: component.id, message: `tier "${wanted}" is none of a ${component.kind}.`, mend })
  return standard
}

function storedBytes(store: Store | undefined, read: Read): number {
  if (!store) return 0
  const bytes = readAs(read, store.bytes, INFORMATION) ?? 0
  const records = readAs(read, store.records, COUNT) ?? 0
  return Math.max(0, bytes * records) * Math.max(1, store.replication.factor ?? 1)
}
