import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'

const names = z.record(z.string(), z.string()).default({})
const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ dependencies: names, optionalDependencies: names })),
})

const root = resolve(import.meta.dirname, '../..')

it('has in package-lock.json every package that another one names, those of other platforms too, or npm ci refuses a fresh clone', () => {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
  /** Node looks in the package's own node_modules, then in those of the folders above it. */
  const isThere = (from: string, name: string): boolean =>
    `${from === '' ? '' : `${from}/`}node_modules/${name}` in packages ||
    (from !== '' && isThere(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name))
  const missing = Object.entries(packages).flatMap(([from, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter(name => !isThere(from, name))
      .map(name => `${name}, of ${from}`),
  )
  expect(missing).toEqual([])
})
