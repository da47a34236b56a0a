// Checks content/ and writes generated/catalog.json. Plain node runs it: the TypeScript behind it is bundled on the way (in milliseconds),
// and the bundle stays in generated/build, so that a running server can compile an author's content by itself.
// Usage: node scripts/build-catalog.mjs [--check] [--content DIR] [--over DIR] [--out FILE] [--cache DIR] [--json]
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const outdir = join(root, 'generated', 'build')

await build({
  entryPoints: [join(root, 'catalog', 'build-catalog-command.ts')],
  outdir,
  bundle: true,
  // Split, so that the compiler (and its highlighter) is loaded only when a lesson has changed.
  splitting: true,
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
  plugins: [
    {
      // Packages stay outside the bundle; our own aliases ("#engine/...") go in.
      name: 'packages-outside',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^[^.#/]/ }, ({ kind, path }) => (kind === 'entry-point' ? undefined : { path, external: true })),
    },
  ],
})

process.argv.push('--root', root)
await import(pathToFileURL(join(outdir, 'build-catalog-command.mjs')).href)
