#!/usr/bin/env node
// `npx tenfold`: bundles the TypeScript of the terminal (tens of milliseconds, once per change) and runs it.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bundle = join(root, 'generated', 'build', 'tenfold.mjs')

const newest = folder =>
  Math.max(
    ...readdirSync(folder, { withFileTypes: true }).map(entry => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs
    }),
  )

if (!existsSync(join(root, 'node_modules', 'esbuild'))) {
  console.error('Tenfold is not installed yet. Run "npm start" once, or "npm ci".')
  process.exit(2)
}
const sources = ['cli', 'engine', 'catalog', 'server'].map(folder => join(root, folder))
if (!existsSync(bundle) || statSync(bundle).mtimeMs < Math.max(...sources.map(newest))) {
  const { build } = await import('esbuild')
  await build({
    entryPoints: [join(root, 'cli', 'main.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    plugins: [
      {
        name: 'packages-outside',
        setup({ onLoad, onResolve }) {
          onResolve({ filter: /^server-only$/ }, () => ({ path: 'server-only', namespace: 'empty' }))
          onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }))
          onResolve({ filter: /^(#generated\/|[^.#/])/ }, ({ kind, path }) =>
            kind === 'entry-point'
              ? undefined
              : { path: path.startsWith('#') ? join(root, path.slice(1)) : path, external: !path.startsWith('#') },
          )
        },
      },
    ],
  })
}
const { main } = await import(pathToFileURL(bundle).href)
process.exitCode = await main(process.argv.slice(2), root)
