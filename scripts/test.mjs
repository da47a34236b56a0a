// `npm test`: everything. Installs and builds what is missing, then types, lint, structure, content, unit, server and end-to-end tests.
// `npm test -- types lint unit` runs only the steps that are named.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const bin = (...parts) => [process.execPath, join('node_modules', ...parts)]
const node = (...words) => [process.execPath, ...words]

const steps = {
  build: [node('scripts/start.mjs', '--build')],
  types: [
    bin('next/dist/bin/next').concat('typegen'),
    bin('typescript/bin/tsc').concat('--noEmit'),
    bin('typescript/bin/tsc').concat('--noEmit', '-p', 'engine'),
  ],
  lint: [bin('@biomejs/biome/bin/biome').concat('ci', '--error-on-warnings')],
  structure: [
    bin('dependency-cruiser/bin/dependency-cruise.mjs').concat(
      '--config',
      '.dependency-cruiser.mjs',
      'engine',
      'catalog',
      'server',
      'app',
      'components',
      'cli',
      'proxy.ts',
      'instrumentation.ts',
    ),
    bin('knip/bin/knip.js').concat('--no-config-hints'),
  ],
  content: [node('scripts/build-catalog.mjs', '--check')],
  unit: [bin('vitest/vitest.mjs').concat('run')],
  browser: [node('scripts/browser.mjs')],
  e2e: [bin('@playwright/test/cli.js').concat('test')],
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !(name in steps))
if (unknown.length > 0) {
  console.error(`npm test: there is no step ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`)
  process.exit(2)
}

let passed = 0
const failed = []
const started = Date.now()
for (const [name, commands] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const from = Date.now()
  console.log(`\n== ${name}`)
  const good = commands.every(
    ([command, ...words]) =>
      spawnSync(command, words, {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
      }).status === 0,
  )
  console.log(`== ${name}: ${good ? 'passed' : 'FAILED'} in ${((Date.now() - from) / 1000).toFixed(1)} s`)
  if (good) passed += 1
  else failed.push(name)
  // Without a build there is nothing to test.
  if (!good && name === 'build') break
}
console.log(
  `\n${((Date.now() - started) / 1000).toFixed(0)} s in all${failed.length > 0 ? `; failed: ${failed.join(', ')}` : ''}`,
)
console.log(`${passed} passed, ${failed.length} failed`)
process.exit(failed.length > 0 ? 1 : 0)
