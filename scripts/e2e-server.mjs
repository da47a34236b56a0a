// The server of the end-to-end tests: the same `npm start`, on a data folder that begins empty.
import { rmSync } from 'node:fs'

const [folder] = process.argv.slice(2)
if (!folder?.startsWith('data/')) throw new Error('Name a folder inside data/.')
rmSync(folder, { recursive: true, force: true })
process.argv.length = 2
await import('./start.mjs')
