import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, field, openPart, startDrill, test } from './people.ts'

/** Draws a flow in the table of the architecture and starts the simulator. */
async function runDrawn(page: Page, route: string): Promise<void> {
  await openPart(page, 'Architecture')
  await page.getByRole('button', { name: 'Add a flow' }).click()
  await field(page, 'Flow').fill('Redirect')
  await field(page, 'Route').fill(route)
  await field(page, 'Route').press('Enter')
  await field(page, 'Rate').fill('4K /s')
}

const run = (page: Page) => page.getByRole('region', { name: 'Run this design' })
const results = (page: Page) => page.getByRole('region', { name: 'Live results' })
const start = (page: Page) =>
  run(page)
    .getByRole('button', { name: /^Run it/ })
    .click()

const noViolation = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).join(' ')}`)).toEqual([])
}

/**
 * Milliseconds of processor time of each task of the pages' main threads, from a trace of the browser. Time by the wall would measure what else
 * the machine does.
 */
function tasksOf(trace: Buffer): readonly number[] {
  type Event = { name: string; pid: number; tid: number; tdur?: number; args?: { name?: string } }
  const { traceEvents }: { traceEvents: Event[] } = JSON.parse(trace.toString())
  const mains = new Set(
    traceEvents.flatMap(e => (e.name === 'thread_name' && e.args?.name === 'CrRendererMain' ? [`${e.pid} ${e.tid}`] : [])),
  )
  return traceEvents.flatMap(e =>
    e.tdur !== undefined && e.name.endsWith('RunTask') && mains.has(`${e.pid} ${e.tid}`) ? [e.tdur / 1000] : [],
  )
}

test('a running design is checked request by request, and the check goes with the next change', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  await startDrill(page, 'url-shortener', /Practise/)
  await runDrawn(page, 'client > web > db')
  await start(page)
  const check = results(page).getByRole('region', { name: 'Checked by an event run' })
  await check.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(check.getByText(/10 seeded runs, [\d,]+ events/)).toBeVisible()
  await field(page, 'Rate').fill('5K /s')
  await expect(check.getByText('The design or the load has changed since; check again.')).toBeVisible()
})

test('a drawn design is run: its load, its failures and its first bottleneck, the same in every place', async ({
  page,
  person,
}) => {
  expect(person.name).toBeTruthy()
  await startDrill(page, 'url-shortener', /Practise without a clock/)
  await runDrawn(page, 'client > load balancer > web > redis > postgres')
  const web = page.getByRole('listitem', { name: 'component 3' })
  await web.getByLabel('Replicas').fill('12')
  await start(page)
  await expect(run(page).getByText(/^It (holds|fails) at 1x/)).toBeVisible()
  await expect(
    results(page)
      .getByRole('row', { name: /Redirect/ })
      .first(),
  ).toContainText('4,000 /s')

  // By the slider's keys, and typed.
  await results(page).getByRole('slider', { name: 'Load' }).focus()
  await page.keyboard.press('End')
  await expect(run(page).getByText(/^It fails at 100x/)).toBeVisible()
  await expect(web.getByText('400K /s offered at 100x')).toBeVisible()
  await expect(results(page).getByText(/full$/).first()).toBeVisible()
  const typed = results(page).getByLabel('Load, typed: 1 to 100 times')
  await typed.fill('0')
  await expect(results(page).getByText('A number from 1 to 100.')).toBeVisible()
  await typed.fill('1.5')
  await expect(web.getByText('6,000 /s offered at 1.5x')).toBeVisible()
  await expect(run(page).getByText(/at 1\.5x/)).toBeVisible()

  // Two failures at once: one by its row, one by its box.
  await web.getByRole('button', { name: 'Take away' }).click()
  await results(page).getByRole('checkbox', { name: 'zone a' }).check()
  await expect(run(page).getByText(/^It fails at 1\.5x without zone a and web|without web and zone a/)).toBeVisible()
  await expect(results(page).getByText(/Without .*: .*100% of requests/)).toBeVisible()
  await expect(web.getByText('gone', { exact: true })).toBeVisible()
  await noViolation(page)

  // The boxes say what the rows said.
  await page.getByRole('button', { name: 'Canvas', exact: true }).click()
  await expect(page.getByRole('button', { name: /^web, .*gone, offered 6,000 \/s/ })).toBeVisible()
  await results(page).getByRole('button', { name: 'Bring everything back' }).click()
  const box = page.getByRole('button', { name: /^web, .*% in use, offered 6,000 \/s/ })
  await expect(box).toBeVisible()
  await box.click()
  const said = (await box.getAttribute('aria-label')) ?? ''
  const strip = page.getByRole('region', { name: 'Selected: web' })
  for (const figure of [/(\d+%) in use/, /p50 (\S+ \S+),/, /p99 (\S+ \S+),/, /(\$\S+) a month/])
    await expect(strip).toContainText(figure.exec(said)?.[1] ?? 'no such figure')
  await noViolation(page)

  await page.getByRole('button', { name: 'Fill the window' }).click()
  await expect(results(page)).toHaveCount(1)
  await expect(page.getByText(/^It (holds|fails) at 1\.5x/)).toHaveCount(1)
  await page.getByRole('button', { name: 'Back to the part' }).click()
  await run(page).getByRole('button', { name: 'Stop running' }).click()
  await expect(results(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^web, .*in use/ })).toHaveCount(0)
})

test('a phone has every figure and every control of the run in the table', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  await page.setViewportSize({ width: 390, height: 844 })
  await startDrill(page, 'url-shortener', /Practise without a clock/)
  await page.getByRole('button', { name: 'Parts', exact: true }).click()
  await runDrawn(page, 'client > web > postgres')
  await start(page)
  await expect(run(page).getByText(/^It (holds|fails) at 1x/)).toBeVisible()
  await results(page).getByRole('button', { name: '10x' }).click()
  const row = page.getByRole('listitem', { name: 'component 2' })
  await expect(row.getByText('40K /s offered at 10x')).toBeVisible()
  await row.getByRole('button', { name: 'Take away' }).click()
  await expect(results(page).getByText(/Without web: another .*% of requests .*, felt by .* of users: Redirect/)).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await noViolation(page)
})

test('sixty running components keep the page free: no task takes 50 ms of it', async ({ page, person, browser }) => {
  test.setTimeout(120_000)
  expect(person.name).toBeTruthy()
  await startDrill(page, 'url-shortener', /Practise without a clock/)
  await openPart(page, 'Architecture')
  await page.getByRole('button', { name: 'Canvas', exact: true }).click()
  const quick = page.getByLabel('Add a component or a route, then Enter')
  for (let chain = 0; chain < 6; chain += 1) {
    await quick.fill(`Flow ${chain}: client > web ${chain}a > web ${chain}b > web ${chain}c > web ${chain}d > web ${chain}e`)
    await quick.press('Enter')
    await quick.fill(
      `web ${chain}e > redis ${chain}a > redis ${chain}b > postgres ${chain}a > postgres ${chain}b > postgres ${chain}c`,
    )
    await quick.press('Enter')
  }
  await expect(page.locator('.react-flow__node')).toHaveCount(61)
  const rates = page.locator('#main').getByLabel('Rate', { exact: true })
  await expect(rates).toHaveCount(6)
  for (const rate of await rates.all()) await rate.fill('100 /s')
  await start(page)
  await expect(run(page).getByText(/^It (holds|fails) at 1x/)).toBeVisible()

  // Steered and watched by bare keys and text: a locator that looks for a role in so large a page takes a long task itself.
  const says = (text: string) =>
    page.waitForFunction(wanted => document.querySelector('[aria-labelledby="run-title"]')?.textContent?.includes(wanted), text, {
      polling: 100,
    })
  await results(page).getByLabel('Load, typed: 1 to 100 times').focus()
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] })
  for (const load of ['10', '25', '50', '100']) {
    await page.keyboard.press('Control+a')
    await page.keyboard.type(load)
    await says(` at ${load}x`)
  }
  await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('label')].filter(label => label.textContent === 'web 0a')
    boxes[0]?.click()
  })
  await says('without web 0a')
  const tasks = tasksOf(await browser.stopTracing())
  expect(tasks.length).toBeGreaterThan(100)
  expect(Math.max(...tasks)).toBeLessThan(50)
})

test('a simulator that cannot be loaded says so, loses nothing, and runs when asked again', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  await startDrill(page, 'url-shortener', /Practise without a clock/)
  await runDrawn(page, 'client > web > postgres')
  const workers = /worker/
  await page.route(workers, route => route.abort())
  await start(page)
  await expect(page.getByText(/^The simulator stopped: .*\.$/)).toBeVisible()
  await expect(field(page, 'Rate')).toHaveValue('4K /s')
  await page.unroute(workers)
  await run(page).getByRole('button', { name: 'Run again' }).click()
  await expect(run(page).getByText(/^It (holds|fails) at 1x/)).toBeVisible()
})

test('in a drill the simulator waits for the predictions', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  await startDrill(page, 'url-shortener', /Start the clock/)
  await openPart(page, 'Architecture')
  await page.getByRole('button', { name: 'Add a flow' }).click()
  await field(page, 'Route').fill('client > web > postgres')
  await field(page, 'Route').press('Enter')
  await expect(page.getByText(/It opens when both predictions are written/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Run it/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByText(/It opens when both predictions are written/)).toHaveCount(2)
  await openPart(page, 'Predictions')
  await field(page, 'At 10x, first to break').selectOption({ label: 'postgres' })
  await field(page, 'At 100x, first to break').selectOption({ label: 'web' })
  await expect(run(page).getByRole('button', { name: /^Run it/ })).toBeVisible()
})
