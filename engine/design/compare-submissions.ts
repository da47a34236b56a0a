import { type Line, linesBetween } from './line-difference.ts'
import type { Submission } from './submission.ts'

/** How two sides stand to each other: alike, both there and different, or only one there. */
export type Standing = 'same' | 'differs' | 'left' | 'right'

export type ComparedField = {
  /** Dotted, inside its record: `impact.risk`. */
  readonly name: string
  readonly left: string
  readonly right: string
  readonly same: boolean
}
export type ComparedRecord = { readonly standing: Standing; readonly fields: readonly ComparedField[] }
export type ComparedList = { readonly name: string; readonly records: readonly ComparedRecord[] }
export type ComparedPart = {
  readonly part: Exclude<keyof Submission, 'schema'>
  readonly standing: Standing
  readonly lists: readonly ComparedList[]
  /** Of the worksheet alone. */
  readonly lines: readonly Line[]
}

type Mapping = Readonly<Record<string, unknown>>
const isMapping = (value: unknown): value is Mapping => typeof value === 'object' && value !== null && !Array.isArray(value)
const isPart = (key: string): key is ComparedPart['part'] => key !== 'schema'

/**
 * Two submissions part by part. Records are paired by what they are called, then by their kind, never by id: ids are made by the workspace and say
 * nothing, and a component that both drew is the same one. Parts that neither side filled are left out.
 */
export function compareSubmissions(left: Submission, right: Submission): readonly ComparedPart[] {
  const [mine, theirs] = [named(left), named(right)]
  return Object.keys(left)
    .filter(isPart)
    .flatMap((part): ComparedPart[] => {
      if (part === 'worksheet') {
        if (left.worksheet === '' && right.worksheet === '') return []
        const lines = linesBetween(left.worksheet, right.worksheet)
        return [{ part, lists: [], lines, standing: standingOf(left.worksheet, right.worksheet) }]
      }
      const lists = listsOf(mine[part], theirs[part]).filter(({ records }) => records.length > 0)
      if (lists.length === 0) return []
      const standings = new Set(lists.flatMap(({ records }) => records.map(({ standing }) => standing)))
      const [only] = standings
      return [{ part, lists, lines: [], standing: standings.size === 1 && only ? only : 'differs' }]
    })
}

const standingOf = (left: string, right: string): Standing =>
  left === right ? 'same' : left === '' ? 'right' : right === '' ? 'left' : 'differs'

/** Fields that point to another record. They are compared by what that record is called. */
const pointers = new Set(['from', 'to', 'route', 'component', 'owns', 'driver', 'flow', 'objective'])

/** A submission whose pointers say names instead of ids. */
function named(submission: Submission): Mapping {
  const names = new Map<string, string>([
    ...submission.requirements.nonFunctional.map(({ id, quality, target }) => [id, `${quality} ${target}`.trim() || id] as const),
    ...submission.architecture.flows.map(({ id, name }) => [id, name || id] as const),
    ...submission.architecture.components.map(({ id, name, kind }) => [id, name || kind || id] as const),
  ])
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map(item => walk(item, key))
    if (isMapping(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]))
    return typeof value === 'string' && pointers.has(key) ? (names.get(value) ?? value) : value
  }
  const walked = walk(submission, '')
  return isMapping(walked) ? walked : {}
}

const isRecords = (value: unknown): value is readonly Mapping[] =>
  Array.isArray(value) && value.length > 0 && value.every(isMapping)

/** The lists of a part, and its own fields as a list of one record without a name. */
function listsOf(left: unknown, right: unknown, name = ''): ComparedList[] {
  if (isRecords(left) || isRecords(right))
    return [{ name, records: pair(isRecords(left) ? left : [], isRecords(right) ? right : []) }]
  const [mine, theirs] = [isMapping(left) ? left : {}, isMapping(right) ? right : {}]
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
  const inner = keys.filter(
    key => isRecords(mine[key]) || isRecords(theirs[key]) || isMapping(mine[key]) || isMapping(theirs[key]),
  )
  const own = keys.filter(key => !inner.includes(key))
  const only = (value: Mapping) => Object.fromEntries(own.map(key => [key, value[key]]))
  const record = compareRecords(only(mine), only(theirs))
  return [
    ...(record.fields.length > 0 ? [{ name, records: [record] }] : []),
    ...inner.flatMap(key => listsOf(mine[key], theirs[key], name === '' ? key : `${name}.${key}`)),
  ]
}

const word = (value: unknown) => (typeof value === 'string' ? value.trim().toLowerCase().replace(/\s+/g, ' ') : '')

/** What a record is called, by the first of these that it has. */
const titleOf = (record: Mapping): string => {
  if (word(record.from) !== '' && word(record.to) !== '') return `${word(record.from)} > ${word(record.to)}`
  for (const key of ['slot', 'target', 'name', 'path', 'entity', 'question', 'item', 'text', 'what', 'control']) {
    if (word(record[key]) !== '') return word(record[key])
  }
  return ''
}
const kindOf = (record: Mapping): string => {
  for (const key of ['kind', 'aspect', 'quality', 'entity', 'signal', 'threat', 'component', 'scope']) {
    if (word(record[key]) !== '') return `${key} ${word(record[key])}`
  }
  return ''
}

function pair(left: readonly Mapping[], right: readonly Mapping[]): ComparedRecord[] {
  const partner = new Map<Mapping, Mapping>()
  const taken = new Set<Mapping>()
  for (const keyOf of [titleOf, kindOf]) {
    for (const mine of left) {
      const key = keyOf(mine)
      if (partner.has(mine) || key === '') continue
      const found = right.find(theirs => !taken.has(theirs) && keyOf(theirs) === key)
      if (!found) continue
      partner.set(mine, found)
      taken.add(found)
    }
  }
  return [
    ...left.map(mine => compareRecords(mine, partner.get(mine) ?? {})),
    ...right.filter(theirs => !taken.has(theirs)).map(theirs => compareRecords({}, theirs)),
  ].filter(({ fields }) => fields.length > 0)
}

function compareRecords(left: Mapping, right: Mapping): ComparedRecord {
  const [mine, theirs] = [flat(left), flat(right)]
  const names = [...new Set([...mine.keys(), ...theirs.keys()])]
  const fields = names.map(name => {
    const [l, r] = [mine.get(name) ?? '', theirs.get(name) ?? '']
    return { name, left: l, right: r, same: l === r }
  })
  if (mine.size === 0 || theirs.size === 0) return { standing: mine.size === 0 ? 'right' : 'left', fields }
  return { standing: fields.every(({ same }) => same) ? 'same' : 'differs', fields }
}

/** What a record says, field by field; its id and what is empty left out. */
function flat(value: unknown, name = ''): Map<string, string> {
  if (Array.isArray(value) && value.every(item => !isMapping(item)))
    return new Map(value.length > 0 ? [[name, value.join(' > ')]] : [])
  if (Array.isArray(value)) return new Map(value.flatMap((item, index) => [...flat(item, `${name} ${index + 1}`)]))
  if (isMapping(value))
    return new Map(
      Object.entries(value)
        .filter(([key]) => key !== 'id')
        .flatMap(([key, inner]) => [...flat(inner, name === '' ? key : `${name}.${key}`)]),
    )
  if (value === undefined || value === null || value === '') return new Map()
  return new Map([[name, typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)]])
}

/** The parts in which two submissions differ. */
export function changedParts(before: Submission, after: Submission): readonly ComparedPart['part'][] {
  return Object.keys(after)
    .filter(isPart)
    .filter(part => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
}
