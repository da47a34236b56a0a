import { expect, it } from 'vitest'
import { blank } from '../design/blank.ts'
import { limits } from '../design/limits.ts'
import type { Submission } from '../design/submission.ts'
import { connect, describeComponent, most, pasteParts, pickParts, removeParts, tooLarge } from './edit-graph.ts'

const component = (id: string) => ({ id, ...blank.component, name: id })
const link = { id: '', ...blank.link }
const made = ['client', 'web', 'cache', 'db'].map(component)
const base: Submission['architecture'] = {
  components: made,
  links: [],
  flows: [{ ...blank.flow, id: 'f', route: ['client', 'web', 'db'] }],
}
const linked = [
  ['client', 'web'],
  ['web', 'cache'],
  ['web', 'db'],
].reduce((a, [from = '', to = '']) => connect(a, link, from, to), base)

it('links two components once, and never one with itself or with one that is not there', () => {
  expect(linked.links.map(l => l.id)).toEqual(['client-web', 'web-cache', 'web-db'])
  expect(connect(linked, link, 'web', 'db')).toBe(linked)
  expect(connect(linked, link, 'web', 'web')).toBe(linked)
  expect(connect(linked, link, 'web', 'gone')).toBe(linked)
})

it('takes the links and the steps of routes with a removed component', () => {
  const after = removeParts(linked, new Set(['web']))
  expect(after.components.map(c => c.id)).toEqual(['client', 'cache', 'db'])
  expect(after.links).toEqual([])
  expect(after.flows[0]?.route).toEqual(['client', 'db'])
})

it('removes a link and leaves its ends', () => {
  const after = removeParts(linked, new Set(['web-db']))
  expect(after.components).toHaveLength(4)
  expect(after.links.map(l => l.id)).toEqual(['client-web', 'web-cache'])
})

it('pastes parts under new names with the links between them', () => {
  const parts = pickParts(linked, new Set(['web', 'db']))
  const { architecture, ids } = pasteParts(linked, parts)
  expect(ids).toEqual(['web-2', 'db-2'])
  expect(architecture.components.at(-2)?.name).toBe('web 2')
  expect(architecture.links.at(-1)).toMatchObject({ from: 'web-2', to: 'db-2' })
  expect(pasteParts(architecture, parts).ids).toEqual(['web-3', 'db-3'])
})

it('says a component as a person would', () => {
  expect(describeComponent(linked, { ...component('web'), replicas: 6, zones: 1 }, 'Service')).toBe(
    'web, Service, 6 replicas, 1 zone, calls cache and db',
  )
  expect(describeComponent(linked, component('db'), '')).toBe('db, kind not chosen, calls nothing')
})

it('names what there is too much of, at the limits of the schema', () => {
  expect(most).toEqual({ components: limits.components, links: limits.links })
  expect(tooLarge(linked)).toBeUndefined()
  expect(tooLarge({ ...linked, components: Array.from({ length: 201 }, (_, n) => component(`c${n}`)) })).toContain(
    '201 components',
  )
})
