import { expect, it } from 'vitest'
import { blank } from '../design/blank.ts'
import type { Component } from '../design/submission.ts'
import { groupsOf } from './groups.ts'

const component = (id: string, more: Partial<Component> = {}): Component => ({ id, ...blank.component, ...more })

it('groups by the name that was given, else by what is stated of regions, cells and zones', () => {
  expect(
    groupsOf([
      component('client'),
      component('lb', { zones: 3, regions: 1 }),
      component('web', { zones: 3 }),
      component('db', { zones: 3, group: 'eu-west' }),
      component('cache', { group: 'eu-west' }),
      component('router', { regions: 2, cells: 4, zones: 3 }),
    ]),
  ).toEqual([
    { label: '3 zones', named: false, members: ['lb', 'web'] },
    { label: 'eu-west', named: true, members: ['db', 'cache'] },
    { label: '2 regions × 4 cells × 3 zones', named: false, members: ['router'] },
  ])
})
