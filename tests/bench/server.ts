// A real `npm start` for the benches: on a port and a data folder of its own.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type BenchServer = {
  readonly base: string
  /** From the start of the command to the first byte of a whole page. */
  readonly firstByteMs: number
  /** Resident memory in MB: of the server process, and of it with what started it. */
  readonly memory: () => { readonly serverMB: number; readonly allMB: number }
  readonly stop: () => Promise<void>
  /** Ends it as a failing machine would: SIGKILL, to all of its processes at once. */
  readonly kill: () => Promise<void>
}

const DEADLINE_MS = 10 * 60_000

/** A data folder that is deleted with `drop`. */
export function temporaryFolder(): { readonly path: string; readonly drop: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'tenfold-bench-'))
  return { path, drop: () => rmSync(path, { recursive: true, force: true }) }
}

/** Runs `npm start` in a folder and waits for the first page. Throws when it ends or takes ten minutes. Without a `secret` it makes one. */
export async function startServer(
  port: number,
  dataDir: string,
  { cwd = process.cwd(), secret = '' }: { cwd?: string; secret?: string } = {},
): Promise<BenchServer> {
  const from = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    cwd,
    // A group of its own, so that the server ends with npm.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      CONTENT_DIR: '',
      AUTH_SECRET: secret,
      AUTH_URL: '',
      LOG_LEVEL: 'warn',
    },
  })
  const { pid } = child
  if (pid === undefined) throw new Error('npm start could not be run.')
  const base = `http://127.0.0.1:${port}`
  let ended = false
  const end = new Promise<void>(done => {
    child.once('exit', () => {
      ended = true
      done()
    })
  })
  const stop = async () => {
    if (!ended) process.kill(-pid, 'SIGTERM')
    await Promise.race([end, wait(15_000)])
    if (!ended) process.kill(-pid, 'SIGKILL')
    await portIsFree(base)
  }
  const kill = async () => {
    if (!ended) process.kill(-pid, 'SIGKILL')
    await end
    await portIsFree(base)
  }
  for (;;) {
    const answer = await fetch(`${base}/welcome`, { redirect: 'manual' }).catch(() => undefined)
    const bytes = (await answer?.arrayBuffer())?.byteLength ?? 0
    // Where there is an owner already, that page sends on.
    const moved = answer !== undefined && answer.status >= 300 && answer.status < 400
    if (!ended && (moved || (answer?.ok && bytes > 0))) break
    if (ended || performance.now() - from > DEADLINE_MS) {
      await stop()
      throw new Error(`npm start in ${cwd} gave no page.`)
    }
    await wait(10)
  }
  return { base, firstByteMs: Math.round(performance.now() - from), memory: () => memoryOf(pid), stop, kill }
}

async function portIsFree(base: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answers = await fetch(`${base}/api/health`).then(
      () => true,
      () => false,
    )
    if (!answers) return
    await wait(100)
  }
}

/** The memory of a process and all that it started. The server is the largest of them: npm and the launcher do nothing but wait. */
function memoryOf(root: number) {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
  const family = new Set([root])
  // Parents may stand below their children: as often as there are generations.
  for (let generation = 0; generation < 6; generation += 1)
    for (const [pid = 0, parent = 0] of rows) if (family.has(parent)) family.add(pid)
  const sizes = rows.flatMap(([pid = 0, , kib = 0]) => (family.has(pid) ? [(kib * 1024) / 1e6] : []))
  return { serverMB: Math.round(Math.max(...sizes)), allMB: Math.round(sizes.reduce((sum, each) => sum + each, 0)) }
}
