// `npm run screenshots`: takes the pictures of the README again, after the interface has changed.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

if (spawnSync(process.execPath, ['scripts/start.mjs', '--build'], { stdio: 'inherit' }).status !== 0) process.exit(1)
const { bundle } = await import('./bundle.mjs')
mkdirSync(join('docs', 'images'), { recursive: true })
const folder = await bundle('generated/screenshots', { screenshots: 'tests/bench/screenshots.ts' })
process.exit(spawnSync(process.execPath, [join(folder, 'screenshots.mjs')], { stdio: 'inherit' }).status ?? 1)
