// `npm start`: from a fresh clone to a running server, in one command. Everything that is done already is skipped.
// --dev starts the development server instead; --build stops once all is built. Only Node's own modules until the packages are there.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const development = process.argv.includes('--dev')
const onlyBuild = process.argv.includes('--build')
const SHUTDOWN_MS = 10_000

process.chdir(root)
process.env.NEXT_TELEMETRY_DISABLED ??= '1'

/** Ends with a message for the person at the terminal; never a stack trace. */
function stop(message) {
  console.error(`\n${message}\n`)
  process.exit(1)
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  stop(`Tenfold needs Node 20.19 or newer; this is ${process.version}. Install a newer one from nodejs.org.`)

function run(what, command, args, env = {}) {
  console.log(`${what} ...`)
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
  if (error) stop(`${what} could not start: ${error.message}`)
  if (status !== 0) stop(`${what} failed; the reason stands above.`)
}

/** A fingerprint of files: path, size and time of each. Also notices one that was deleted. */
function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version)
  const visit = path => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat) return
    if (!stat.isDirectory()) hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`)
    else for (const name of readdirSync(path).sort()) visit(join(path, name))
  }
  for (const path of paths) visit(path)
  return hash.digest('hex')
}

const stampsFile = join('generated', 'stamps.json')

function readStamps() {
  try {
    return JSON.parse(readFileSync(stampsFile, 'utf8'))
  } catch {
    return {}
  }
}

/** Does a step unless its inputs are as they were when it was last done and its output is there. */
async function unlessDone(name, { inputs, output }, work) {
  const now = fingerprint(inputs)
  if (readStamps()[name] === now && existsSync(output)) return
  await work()
  mkdirSync('generated', { recursive: true })
  writeFileSync(stampsFile, JSON.stringify({ ...readStamps(), [name]: now }))
}

/** Whether node_modules holds what package-lock.json asks for. */
function packagesInstalled() {
  try {
    const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
    const installed = JSON.parse(readFileSync(join('node_modules', '.package-lock.json'), 'utf8')).packages
    return Object.entries(wanted).every(([path, { version, dev, optional, devOptional, peer }]) => {
      if (path === '' || version === undefined) return true
      const found = installed[path]
      return found ? found.version === version : Boolean(dev || optional || devOptional || peer)
    })
  } catch {
    return false
  }
}

if (!packagesInstalled()) {
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund']
  if (npm?.endsWith('.js')) run('Installing packages', process.execPath, [npm, ...args])
  else run('Installing packages', process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
}

if (existsSync('.env')) process.loadEnvFile('.env')

// The configuration is checked by the server's own schema, which is TypeScript.
const bootFile = join('generated', 'build', 'boot.mjs')
await unlessDone('boot', { inputs: ['server/boot.ts', 'server/env.ts', 'package-lock.json'], output: bootFile }, async () => {
  const { build } = await import('esbuild')
  await build({
    entryPoints: ['server/boot.ts'],
    outfile: bootFile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
})
const boot = await import(pathToFileURL(resolve(bootFile)).href)
const parsed = boot.parseEnv(process.env, root)
if (!parsed.ok) stop(boot.describeEnvProblems(parsed.problems))
const { HOST, PORT, DATA_DIR, CONTENT_DIR, AUTH_URL } = parsed.env
try {
  boot.prepareDataDirectory(DATA_DIR)
  boot.checkContentDirectory(CONTENT_DIR)
  boot.authSecret(parsed.env)
} catch (error) {
  stop(error.message)
}
if (!onlyBuild) await checkPort()

const lock = 'package-lock.json'
const prismaEngine = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? resolve('scripts/schema-engine.mjs'),
  CHECKPOINT_DISABLE: '1',
}
await unlessDone(
  'prisma',
  { inputs: ['prisma', 'prisma.config.ts', lock], output: join('generated', 'postgresql', 'client.ts') },
  () => {
    const cli = join('node_modules', 'prisma', 'build', 'index.js')
    // Prisma's engine is not needed to generate; the variable keeps it from being fetched.
    for (const [name, url] of [
      ['SQLite', 'file:./data/tenfold.db'],
      ['PostgreSQL', 'postgres://localhost/tenfold'],
    ])
      run(`Generating the database client for ${name}`, process.execPath, [cli, 'generate', '--no-hints'], {
        ...prismaEngine,
        DATABASE_URL: url,
      })
  },
)
await unlessDone(
  'catalog',
  { inputs: ['content', 'catalog', 'engine', 'scripts/build-catalog.mjs', lock], output: join('generated', 'catalog.json') },
  () => run('Building the catalog', process.execPath, [join('scripts', 'build-catalog.mjs')]),
)
const next = join('node_modules', 'next', 'dist', 'bin', 'next')
if (!development) {
  const sources = [
    'app',
    'components',
    'engine',
    'catalog',
    'server',
    'prisma',
    'public',
    'proxy.ts',
    'instrumentation.ts',
    'next.config.mjs',
    'postcss.config.mjs',
  ]
  await unlessDone('next', { inputs: [...sources, 'package.json', lock], output: join('.next', 'BUILD_ID') }, () =>
    run('Building the application', process.execPath, [next, 'build'], { NODE_ENV: 'production' }),
  )
}
if (!onlyBuild) {
  await checkPort()
  await serve()
}

/** Another program on the port is told before anything else runs, not as a stack trace after a minute of building. */
function checkPort() {
  return new Promise(done => {
    const probe = createServer()
    probe.once('error', error => {
      if (error.code === 'EADDRINUSE')
        stop(
          `Port ${PORT} on ${HOST} is in use, perhaps by another Tenfold. Stop that program, or start with another port: PORT=${PORT === 65535 ? PORT - 1 : PORT + 1} npm start`,
        )
      if (error.code === 'EACCES') stop(`Port ${PORT} may not be used by this user. Choose one above 1023: PORT=3000 npm start`)
      stop(
        `HOST=${HOST} is not an address of this machine (${error.code ?? error.message}). Use 127.0.0.1, or 0.0.0.0 for every network.`,
      )
    })
    probe.listen({ port: PORT, host: HOST, exclusive: true }, () => probe.close(done))
  })
}

async function serve() {
  const env = { ...process.env, NODE_ENV: development ? 'development' : 'production', PORT: String(PORT) }
  const args = [next, development ? 'dev' : 'start', '--hostname', HOST, '--port', String(PORT)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env })
  forwardOutput(child.stdout)

  let stopping = false
  const shutDown = signal => {
    if (stopping) {
      child.kill('SIGKILL')
      return
    }
    stopping = true
    child.kill(signal)
    setTimeout(() => child.kill('SIGKILL'), SHUTDOWN_MS).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => shutDown(signal))
  child.once('exit', code => process.exit(stopping ? 0 : (code ?? 1)))
  await announce(() => stopping)
}

/** Next announces its address before it is ready and without ours; the rest of its output passes. */
function forwardOutput(stream) {
  let rest = ''
  stream.setEncoding('utf8').on('data', chunk => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines)
      if (!/^\s*(▲ Next|- (Local|Network|Environments)|✓ (Starting|Ready|Running next)|$)/.test(line))
        process.stdout.write(`${line}\n`)
  })
}

/** Prints the address once the server answers there. */
async function announce(isStopping) {
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '::1' }[HOST] ?? HOST
  const base = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${PORT}`
  for (;;) {
    if (isStopping()) return
    const health = await fetch(`${base}/api/health`).catch(() => null)
    if (health?.ok) break
    await new Promise(done => setTimeout(done, health ? 500 : 40))
  }
  console.log(`\nTenfold is ready: ${AUTH_URL ?? base}`)
  const codeFile = join(DATA_DIR, 'owner-code')
  if (existsSync(codeFile)) console.log(`The owner's account asks for this code: ${readFileSync(codeFile, 'utf8').trim()}`)
  console.log('Stop it with Ctrl-C.\n')
}
