import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, field, openPart, saved, startDrill, test } from './people.ts'

test('a person goes from sign-up to a scored, reviewed and exported design', async ({ page, person }) => {
  await page.getByRole('button', { name: 'Start the plan' }).click()
  await expect(page.getByRole('list', { name: 'The eight weeks' })).toBeVisible()
  await expect(page.getByText('Week 1 of 8')).toBeVisible()

  await page.getByRole('link', { name: 'Back-of-the-envelope estimation' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Back-of-the-envelope estimation' })).toBeVisible()
  await page.getByRole('button', { name: 'Mark as done' }).click()
  await expect(page.getByRole('button', { name: 'Take the mark away' })).toBeVisible()

  const attempt = await startDrill(page, 'url-shortener', /Start the clock: 60 minutes/)
  await expect(page.getByText(/(1:00:00|59:\d\d)$/)).toBeVisible()

  await page.getByRole('button', { name: 'Add an objective' }).click()
  const objective = page.getByRole('listitem', { name: 'objective 1' })
  await objective.getByLabel('Quality').selectOption('latency')
  await objective.getByLabel('Percentile').fill('99')
  await objective.getByLabel('Target').fill('100 ms')

  await openPart(page, 'Questions')
  await page.getByLabel('Ask the interviewer').fill('Do we count clicks?')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(page.getByText('Customers see clicks per link and day.').first()).toBeVisible()

  await page.getByRole('button', { name: 'Worksheet', exact: true }).last().click()
  const worksheet = page.getByRole('textbox', { name: 'Worksheet' })
  await worksheet.click()
  await page.keyboard.type('links = 100M /month\nstored = links * 500 B * 5 years')
  await expect(page.getByText('3.04 TB').first()).toBeVisible()

  await openPart(page, 'Estimates')
  await page.getByLabel('Links made a second, average over the month').fill('links')
  await page.getByLabel(/Bytes of links stored at the end/).fill('stored')
  await expect(page.getByText('= 38.6 /s')).toBeVisible()

  await openPart(page, 'Architecture')
  await page.getByRole('button', { name: 'Add a flow' }).click()
  await field(page, 'Route').fill('client > load balancer > web > redis > postgres')
  await field(page, 'Route').press('Enter')
  await expect(page.getByRole('listitem', { name: 'component 5' }).getByLabel('Kind')).toHaveValue('relational')
  await expect(page.getByRole('listitem', { name: 'link 4' })).toBeVisible()

  await openPart(page, 'Security')
  await page.getByRole('button', { name: 'Add a control' }).click()
  await field(page, 'Control').fill('<script>alert(1)</script> <b>& "quotes"</b>')
  await saved(page)

  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('button', { name: 'Hand in and see the score' }).click()
  await page.waitForURL(`**/attempts/${attempt}`)
  await expect(page.getByText('L6:', { exact: true })).toBeVisible()
  for (const tier of ['Verified', 'Claimed', 'Self-assessed']) await expect(page.getByText(tier, { exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /Links made a second.*38\.6 \/s.*Met/ })).toBeVisible()
  await expect(page.getByText('<script>alert(1)</script> <b>& "quotes"</b>').first()).toBeVisible()

  const evidence = page.locator('[id^="criterion-"] a[href^="#at"]').first()
  const target = await evidence.getAttribute('href')
  await evidence.click()
  await expect(page.locator(`[id="${target?.slice(1)}"]`)).toBeInViewport()

  await page.getByRole('navigation', { name: 'Beside it' }).getByRole('link').first().click()
  await expect(page.locator('#exemplar')).toBeVisible()

  await page.getByLabel('What will you do differently next time?').fill('Ask about withdrawal first.')
  await page.getByRole('button', { name: 'Save the note' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  const markdown = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export Markdown' }).click()
  expect(readFileSync(await (await markdown).path(), 'utf8')).toContain('# Design a URL shortener')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export JSON' }).click()
  const file = await (await download).path()
  const exported = JSON.parse(readFileSync(file, 'utf8'))

  // The terminal gives the same score, byte for byte.
  const printed = execFileSync(process.execPath, ['cli/tenfold.mjs', 'score', file, '--drill', 'url-shortener', '--json'], {
    encoding: 'utf8',
  })
  expect(printed.trim()).toBe(JSON.stringify(exported.scores.at(-1).report))

  await page.goto('/attempts')
  await expect(page.getByRole('link', { name: 'Design a URL shortener' })).toBeVisible()
  const all = page.waitForEvent('download')
  await page.getByRole('link', { name: /Export everything/ }).click()
  const everything = readFileSync(await (await all).path(), 'utf8')
  expect(JSON.parse(everything).attempts).toHaveLength(1)
  expect(everything).toContain(person.email)
  expect(everything).not.toContain('argon2')

  await page.goto(`/attempts/${attempt}`)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.waitForURL('**/sit/*')
  expect(page.url()).not.toContain(attempt)
})

test('somebody else never sees an attempt', async ({ page, person, browser }) => {
  expect(person.email).toContain('@')
  const attempt = await startDrill(page, 'warm-up', /Start the warm-up/)
  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto('/sign-up')
  await other.getByLabel('Name').fill('Eve')
  await other.getByLabel('E-mail').fill(`eve-${Date.now()}@example.org`)
  await other.getByLabel('Password', { exact: true }).fill('a long enough password')
  await other.getByRole('button', { name: /Create the account/ }).click()
  await other.waitForURL('**/today')
  for (const path of [
    `/sit/${attempt}`,
    `/attempts/${attempt}`,
    `/api/attempts/${attempt}`,
    `/api/attempts/${attempt}/export?format=json`,
  ]) {
    expect((await other.request.get(path)).status(), path).toBe(404)
  }
  await context.close()
})
