import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const directory = mkdtempSync(join(tmpdir(), 'tenfold-start-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

// Each of these ends before anything is built.
const start = (env: Record<string, string>) =>
  spawnSync(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, DATA_DIR: directory, ...env },
  })

describe('npm start', () => {
  it('says that the port is in use, and ends', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { status, stderr } = start({ PORT: String(port) })
    other.close()
    expect(status).toBe(1)
    expect(stderr).toContain(`Port ${port} on 127.0.0.1 is in use, perhaps by another Tenfold.`)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('names a wrong variable, and ends', () => {
    const { status, stderr } = start({ PORT: 'abc', DATABASE_URL: 'mysql://x' })
    expect(status).toBe(1)
    expect(stderr).toContain('PORT must be a number')
    expect(stderr).toContain('DATABASE_URL must begin with file:')
  })

  it('names a data folder that cannot be made, and ends', () => {
    writeFileSync(join(directory, 'file'), '')
    const { status, stderr } = start({ DATA_DIR: join(directory, 'file', 'data') })
    expect(status).toBe(1)
    expect(stderr).toMatch(/The data folder .* cannot be written \(a part of the path is a file\)/)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})
