// Bundles our TypeScript for Node, with the packages left outside: for the terminal (cli/tenfold.mjs) and the benches.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

const packagesOutside = {
  name: 'packages-outside',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^server-only$/ }, () => ({ path: 'server-only', namespace: 'empty' }))
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }))
    onResolve({ filter: /^(#generated\/|[^.#/])/ }, ({ kind, path }) => {
      if (kind === 'entry-point') return undefined
      const generated = path.startsWith('#') && join(root, path.slice(1))
      // Before the first build there is no database client; what needs one says so.
      return generated && existsSync(generated) ? { path: generated } : { path, external: true }
    })
  },
}

/**
 * Writes one .mjs for each entry (name -> path from the root) into a folder (from the root too; it is for this alone), what is imported lazily into
 * files of its own.
 */
export async function bundle(name, entries) {
  const folder = join(root, name)
  const { metafile } = await build({
    entryPoints: Object.fromEntries(Object.entries(entries).map(([entry, path]) => [entry, join(root, path)])),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    metafile: true,
    plugins: [packagesOutside],
  })
  const made = new Set(Object.keys(metafile.outputs).map(path => basename(path)))
  for (const file of readdirSync(folder)) if (!made.has(file)) rmSync(join(folder, file), { force: true })
  return folder
}
