// What dragging costs on the canvas with sixty components, against bare React Flow with the same graph, in one browser and one run.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CDPSession, Page } from '@playwright/test'
import { build } from 'esbuild'
import { type Figure, print, rounded } from './figures.ts'
import { startServer, temporaryFolder } from './server.ts'
import { signedIn, startAttempt } from './visitor.ts'

const PORT = 3157
const ROUNDS = 10
const MOVES = 80
const CHAINS = 6

/** Six flows through ten components each, all beginning at one client: sixty components and their links. */
function design() {
  const chain = (n: number) => [
    ...Array.from({ length: 6 }, (_, i) => ({
      id: `web-${n}${i}`,
      name: `Web ${n}${i}`,
      kind: 'service',
      replicas: 4,
      zones: 3,
    })),
    { id: `cache-${n}`, name: `Redis ${n}`, kind: 'cache', replicas: 3 },
    ...Array.from({ length: 3 }, (_, i) => ({ id: `db-${n}${i}`, name: `Postgres ${n}${i}`, kind: 'relational' })),
  ]
  const chains = Array.from({ length: CHAINS }, (_, n) => chain(n))
  const links = chains.flatMap(parts =>
    parts.flatMap(({ id }, i) => {
      // The last service asks the cache and the stores; before it each asks the next.
      const from = i === 0 ? 'client' : (parts[Math.min(i - 1, 5)]?.id ?? 'client')
      return [{ id: `${from}-${id}`, from, to: id, mode: 'sync', callsPerRequest: 1 }]
    }),
  )
  const [first, ...rest] = chains.flat()
  return {
    components: [{ id: 'client', name: 'Client', kind: 'client' }, ...(first ? [first] : []), ...rest].slice(0, 61),
    links,
    flows: chains.map((parts, n) => ({
      id: `f${n}`,
      name: `Flow ${n}`,
      route: ['client', ...parts.map(p => p.id)],
      rate: '100 /s',
    })),
  }
}

const architecture = design()

/** The bare page: React Flow, this graph, and nothing else; production code, as the app's is. */
async function bareServer(places: ReadonlyMap<string, { x: number; y: number }>) {
  const { outputFiles } = await build({
    entryPoints: ['tests/bench/bare-flow.tsx'],
    bundle: true,
    write: false,
    outdir: 'bare',
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const text = (end: string) => outputFiles.find(f => f.path.endsWith(end))?.text ?? ''
  const graph = {
    nodes: architecture.components.map(({ id, name }) => ({
      id,
      position: places.get(id) ?? { x: 0, y: 0 },
      data: { label: name },
      width: 168,
      height: 58,
    })),
    edges: architecture.links.map(({ id, from, to }) => ({ id, source: from, target: to })),
  }
  const html = `<!doctype html><style>${text('.css')} html, body, #root { margin: 0; width: 100vw; height: 100vh }</style><div id="root"></div><script type="application/json" id="graph">${JSON.stringify(graph)}</script><script type="module">${text('.js').replaceAll('</script', '<\\/script')}</script>`
  const server = createServer((_request, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end(html))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() }
}

async function scriptMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(m => m.name === 'ScriptDuration')?.value ?? 0) * 1000
}

/** Milliseconds of script while a box is dragged to and fro; it stands where it stood at the end. */
async function drag(page: Page, session: CDPSession, id: string): Promise<number> {
  const box = await page.locator(`.react-flow__node[data-id="${id}"]`).boundingBox()
  if (!box) throw new Error(`${id} is not drawn`)
  const at = { x: box.x + box.width / 2, y: box.y + 8 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  const before = await scriptMs(session)
  for (let i = 1; i <= MOVES; i += 1) {
    const turn = (2 * Math.PI * i) / MOVES
    await page.mouse.move(at.x + 60 * Math.sin(turn), at.y + 40 * Math.sin(2 * turn))
  }
  const after = await scriptMs(session)
  await page.mouse.up()
  return after - before
}

const data = temporaryFolder()
const server = await startServer(PORT, data.path)
try {
  const { page, context, close } = await signedIn(server.base)
  const attempt = await startAttempt(page, 'url-shortener', {
    architecture,
    predictions: { at10x: { component: 'db-00' }, at100x: { component: 'web-00' } },
  })
  await page.evaluate(() => localStorage.setItem('tenfold:architecture-view', 'canvas'))
  await page.goto(`/sit/${attempt}`)
  await page.getByRole('navigation', { name: 'Parts of the submission' }).getByRole('button', { name: 'Architecture' }).click()
  await page.locator('.react-flow__node').nth(60).waitFor()
  await page.getByRole('button', { name: 'Fill the window' }).click()
  await page.getByRole('button', { name: 'Back to the part' }).waitFor()
  await page.waitForTimeout(800)
  const places = new Map(
    await page.locator('.react-flow__node').evaluateAll(nodes =>
      nodes.flatMap(node => {
        if (!(node instanceof HTMLElement)) return []
        const { m41, m42 } = new DOMMatrix(getComputedStyle(node).transform)
        return [[node.dataset.id ?? '', { x: m41, y: m42 }] as const]
      }),
    ),
  )
  const bare = await bareServer(places)
  const bareTab = await context.newPage()
  await bareTab.goto(bare.url)
  await bareTab.locator('.react-flow__node').nth(60).waitFor()

  const sessions = new Map<Page, CDPSession>()
  for (const tab of [page, bareTab]) {
    const session = await context.newCDPSession(tab)
    await session.send('Performance.enable')
    sessions.set(tab, session)
  }
  const dragOn = async (tab: Page) => {
    const session = sessions.get(tab)
    if (!session) throw new Error('no session')
    await tab.bringToFront()
    return drag(tab, session, 'web-23')
  }
  /** In turns, so that what else the machine does meets both alike; the first turn only warms up. */
  const compare = async () => {
    const own: number[] = []
    const other: number[] = []
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [a, b] = [await dragOn(page), await dragOn(bareTab)]
      if (round > 0) {
        own.push(a)
        other.push(b)
      }
    }
    // The least of each: whatever else the machine did can only have added to a round.
    const [least, leastBare] = [Math.min(...own), Math.min(...other)]
    return { own: least, bare: leastBare, ratio: least / leastBare, rounds: { own, bare: other } }
  }
  const still = await compare()
  await page.bringToFront()
  await page.getByRole('button', { name: 'Back to the part' }).click()
  await page.getByRole('button', { name: /^Run it/ }).click()
  await page
    .getByRole('button', { name: /in use/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Fill the window' }).click()
  await page.waitForTimeout(800)
  const running = await compare()
  const figure = (id: string, what: string, { own, bare: other, ratio }: typeof still): Figure => ({
    id,
    what,
    figure: rounded(ratio, 2),
    unit: 'times',
    bound: { most: 1.5 },
    note: `${rounded(own)} ms against ${rounded(other)} ms of script for ${MOVES} moves, the least of ${ROUNDS} in turns`,
  })
  bare.stop()
  await close()
  print({
    figures: [
      figure('canvas-drag', 'Dragging one of 60 components, against bare React Flow with the same graph', still),
      figure('canvas-drag-running', 'The same while the design runs, its figures on every box', running),
    ],
    details: { still, running },
  })
} finally {
  await server.stop()
  data.drop()
}
