// The JavaScript that pages send, gzipped, counted in the answers of a real server to a real browser.
import { get } from 'node:http'
import type { Page } from '@playwright/test'
import { type Figure, print, rounded } from './figures.ts'
import { startServer, temporaryFolder } from './server.ts'
import { signedIn, startAttempt } from './visitor.ts'

const PORT = 3153
const KB = 1000

/** Bytes on the wire of one script, as a browser gets it. */
const wireBytes = (url: string) =>
  new Promise<number>((done, fail) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, answer => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () =>
        answer.headers['content-encoding'] === 'gzip' || bytes < 2000 ? done(bytes) : fail(new Error(`${url} came without gzip`)),
      )
    }).on('error', fail)
  })

type Scripts = ReadonlyMap<string, number>

const sum = (scripts: Scripts) => [...scripts.values()].reduce((total, bytes) => total + bytes, 0)
const without = (scripts: Scripts, others: Scripts): Scripts => new Map([...scripts].filter(([url]) => !others.has(url)))
const kilobytes = (bytes: number) => rounded(bytes / KB)
const listed = (scripts: Scripts) =>
  Object.fromEntries([...scripts].sort(([, a], [, b]) => b - a).map(([url, bytes]) => [new URL(url).pathname, kilobytes(bytes)]))

/** Opens a page without a cache. `atLoad` is what its HTML names; `later` what came after, while it was used. */
async function scriptsOf(page: Page, path: string, use: () => Promise<void> = async () => {}) {
  const asked = new Set<string>()
  const note = (request: { url: () => string; resourceType: () => string }) => {
    if (request.resourceType() === 'script' || /\.js(\?|$)/.test(request.url())) asked.add(request.url())
  }
  page.on('request', note)
  const answer = await page.goto(path)
  const html = (await answer?.text()) ?? ''
  await page.waitForLoadState('networkidle')
  const idle = new Set(asked)
  await use()
  await page.waitForLoadState('networkidle')
  page.off('request', note)
  const inHtml = new Set(
    [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+?\.js[^"]*)"/g)].map(
      ([, script = '']) => new URL(script, page.url()).href,
    ),
  )
  const weigh = async (urls: Iterable<string>): Promise<Scripts> => {
    const weights = new Map<string, number>()
    for (const url of urls) weights.set(url, await wireBytes(url))
    return weights
  }
  const atLoad = [...asked].filter(url => inHtml.has(url))
  const afterwards = [...asked].filter(url => !inHtml.has(url))
  return {
    atLoad: await weigh(atLoad),
    /** Came by itself, without being used or scrolled to. */
    idle: await weigh(afterwards.filter(url => idle.has(url))),
    used: await weigh(afterwards.filter(url => !idle.has(url))),
  }
}

/** Scrolls through a page with the wheel, so that everything comes into view once. */
async function scrollThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.mouse.move(900, 500)
  for (let at = 0; at < Math.min(height, 60_000); at += 400) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(120)
  }
  await page.waitForTimeout(500)
}

const data = temporaryFolder()
const server = await startServer(PORT, data.path)
try {
  const { page, context, close } = await signedIn(server.base)
  await (await context.newCDPSession(page)).send('Network.setCacheDisabled', { cacheDisabled: true })
  const empty = await scriptsOf(page, '/no-such-page')
  const figures: Figure[] = [
    { id: 'js-empty', what: 'JavaScript of an empty page', figure: kilobytes(sum(empty.atLoad)), unit: 'KB gz' },
  ]
  const details: Record<string, unknown> = { empty: { atLoad: listed(empty.atLoad), idle: listed(empty.idle) } }

  for (const lesson of ['capacity-estimation', 'walkthrough-url-shortener']) {
    const found = await scriptsOf(page, `/lessons/${lesson}`, () => scrollThrough(page))
    const live = without(new Map([...found.idle, ...found.used]), empty.idle)
    figures.push(
      {
        id: `js-lesson-${lesson}`,
        what: `JavaScript of the lesson ${lesson} above an empty page`,
        figure: kilobytes(sum(found.atLoad) - sum(empty.atLoad)),
        unit: 'KB gz',
        bound: { most: 15 },
      },
      { id: `js-live-${lesson}`, what: `Its live parts, when they come into view`, figure: kilobytes(sum(live)), unit: 'KB gz' },
    )
    details[lesson] = {
      ownAtLoad: listed(without(found.atLoad, empty.atLoad)),
      notOfEmptyPage: listed(without(empty.atLoad, found.atLoad)),
      idle: listed(found.idle),
      inView: listed(found.used),
    }
  }

  const attempt = await startAttempt(page, 'url-shortener')
  const workspace = await scriptsOf(page, `/sit/${attempt}`, async () => {
    await page.keyboard.press('Alt+w')
    await page.getByRole('textbox', { name: 'Worksheet' }).waitFor()
    await page.waitForTimeout(1000)
  })
  const editor = without(new Map([...workspace.idle, ...workspace.used]), empty.idle)
  const unasked = without(workspace.idle, empty.idle)
  figures.push(
    {
      id: 'js-workspace',
      what: 'JavaScript of the drill workspace at load',
      figure: kilobytes(sum(workspace.atLoad)),
      unit: 'KB gz',
      bound: { most: 250 },
    },
    {
      id: 'js-editor',
      what: 'The editor, loaded lazily',
      figure: kilobytes(sum(editor)),
      unit: 'KB gz',
      bound: { most: 130 },
      note: unasked.size > 0 ? `${kilobytes(sum(unasked))} KB of it without being opened` : 'when the worksheet is opened',
    },
  )
  const drawn = await startAttempt(page, 'url-shortener', {
    architecture: {
      components: [
        { id: 'client', name: 'Client', kind: 'client' },
        { id: 'web', name: 'Web', kind: 'service' },
      ],
      links: [{ id: 'client-web', from: 'client', to: 'web', mode: 'sync' }],
      flows: [{ id: 'read', name: 'Read', route: ['client', 'web'], rate: '100 /s' }],
    },
    predictions: { at10x: { component: 'web' }, at100x: { component: 'web' } },
  })
  const architecture = async () => {
    const parts = page.getByRole('navigation', { name: 'Parts of the submission' })
    await parts.getByRole('button', { name: 'Architecture' }).click()
  }
  const table = await scriptsOf(page, `/sit/${drawn}`, architecture)
  const running = await scriptsOf(page, `/sit/${drawn}`, async () => {
    await architecture()
    await page.getByRole('button', { name: /^Run it/ }).click()
    await page.getByText(/^It (holds|fails)/).waitFor()
  })
  const canvas = await scriptsOf(page, `/sit/${drawn}`, async () => {
    await architecture()
    await page.getByRole('button', { name: 'Canvas', exact: true }).click()
    await page.locator('.react-flow__node').first().waitFor()
  })
  const fetched = (found: typeof table) => new Map([...found.idle, ...found.used])
  const ofCanvas = without(fetched(canvas), fetched(table))
  const ofRun = without(fetched(running), fetched(table))
  figures.push(
    {
      id: 'js-canvas',
      what: 'The canvas, when it is first chosen',
      figure: kilobytes(sum(ofCanvas)),
      unit: 'KB gz',
      bound: { most: 90 },
    },
    {
      id: 'js-simulation',
      what: 'The simulator, its worker included, when it is first run',
      figure: kilobytes(sum(ofRun)),
      unit: 'KB gz',
      bound: { most: 60 },
    },
  )
  details.canvas = listed(ofCanvas)
  details.simulation = listed(ofRun)
  details.workspace = { atLoad: listed(workspace.atLoad), idle: listed(workspace.idle), used: listed(workspace.used) }
  await close()
  print({ figures, details })
} finally {
  await server.stop()
  data.drop()
}
