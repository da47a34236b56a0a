import type { Component, Link } from '#engine/design/submission.ts'

/** "6 replicas · 3 zones", or nothing where nothing was said. */
export const sizeWords = ({ replicas, zones, regions, cells }: Component): string =>
  [
    replicas === undefined ? '' : `×${replicas}`,
    zones === undefined ? '' : `${zones} ${zones === 1 ? 'zone' : 'zones'}`,
    regions === undefined ? '' : `${regions} ${regions === 1 ? 'region' : 'regions'}`,
    cells === undefined ? '' : `${cells} ${cells === 1 ? 'cell' : 'cells'}`,
  ]
    .filter(Boolean)
    .join(' · ')

/** What a line says beside itself, in as little room as it has: the wait that is allowed, and how often it is tried again. */
export const linkWords = ({ timeout, retries }: Link): string => [timeout, retries ? `↻${retries}` : ''].filter(Boolean).join(' ')
