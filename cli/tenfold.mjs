#!/usr/bin/env node
// `npx tenfold`: bundles the TypeScript of the terminal (tens of milliseconds, once per change) and runs it.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'generated', 'build', 'tenfold')
const bundle = join(folder, 'main.mjs')

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
if (!existsSync(bundle) || statSync(bundle).mtimeMs < Math.max(...sources.filter(path => existsSync(path)).map(newest))) {
  const { build } = await import('esbuild')
  const { metafile } = await build({
    entryPoints: { main: join(root, 'cli', 'main.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    // What only the commands of the database need, its driver above all, is loaded by these alone.
    splitting: true,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    metafile: true,
    plugins: [
      {
        name: 'packages-outside',
        setup({ onLoad, onResolve }) {
          onResolve({ filter: /^server-only$/ }, () => ({ path: 'server-only', namespace: 'empty' }))
          onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }))
          onResolve({ filter: /^(#generated\/|[^.#/])/ }, ({ kind, path }) => {
            if (kind === 'entry-point') return undefined
            const generated = path.startsWith('#') && join(root, path.slice(1))
            // Before the first build there is no client; the commands that need one say so.
            return generated && existsSync(generated) ? { path: generated } : { path, external: true }
          })
        },
      },
    ],
  })
  const made = new Set(Object.keys(metafile.outputs).map(path => basename(path)))
  for (const name of readdirSync(folder)) if (!made.has(name)) rmSync(join(folder, name), { force: true })
}
const { main } = await import(pathToFileURL(bundle).href)
process.exitCode = await main(process.argv.slice(2), root)
