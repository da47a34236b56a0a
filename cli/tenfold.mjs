#!/usr/bin/env node
// `npx tenfold`: bundles the TypeScript of the terminal (tens of milliseconds, once per change) and runs it.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bundled = join(root, 'generated', 'build', 'tenfold', 'main.mjs')

const newest = path =>
  Math.max(
    0,
    ...readdirSync(path, { withFileTypes: true }).map(entry => {
      const inside = join(path, entry.name)
      return entry.isDirectory() ? newest(inside) : statSync(inside).mtimeMs
    }),
  )

if (!existsSync(join(root, 'node_modules', 'esbuild'))) {
  console.error('Tenfold is not installed yet. Run "npm start" once, or "npm ci".')
  process.exit(2)
}
const sources = ['cli', 'engine', 'catalog', 'server', 'generated/sqlite', 'generated/postgresql'].map(path => join(root, path))
if (!existsSync(bundled) || statSync(bundled).mtimeMs < Math.max(...sources.filter(path => existsSync(path)).map(newest))) {
  const { bundle } = await import('../scripts/bundle.mjs')
  await bundle('generated/build/tenfold', { main: 'cli/main.ts' })
}
// Scoring and sizing read the catalog; on a fresh clone it is built on the way (what it says goes beside the answer, not into it).
if (
  ['score', 'size', 'simulate', 'read'].includes(process.argv[2] ?? '') &&
  !existsSync(join(root, 'generated', 'catalog.json'))
) {
  const { spawnSync } = await import('node:child_process')
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'build-catalog.mjs')], {
    stdio: ['ignore', 2, 2],
    cwd: root,
  })
  if (status !== 0) process.exit(2)
}
const { main } = await import(pathToFileURL(bundled).href)
process.exitCode = await main(process.argv.slice(2), root)
