import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { parse } from 'yaml'
import { exemplar, handIn, startAttempt } from '../bench/visitor.ts'
import { asIfOver, asIfScoredBy } from './past.ts'
import { createAccount, expect, owner, password, test } from './people.ts'

async function accessible(page: Page): Promise<void> {
  // After a form was sent the page comes in pieces, its title last.
  await expect(page).toHaveTitle(/\S/)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([])
}

/** Saves drafts one after another in a new attempt and hands it in. */
async function sit(page: Page, drill: string, drafts: readonly unknown[]): Promise<string> {
  const attempt = await startAttempt(page, drill)
  await page.evaluate(
    async ({ attempt, drafts }) => {
      let parentId: string | null = null
      for (const submission of drafts) {
        const id = crypto.randomUUID()
        const answer: Response = await fetch(`/api/attempts/${attempt}/revisions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ id, parentId, submission }),
        })
        if (!answer.ok) throw new Error(await answer.text())
        parentId = id
      }
    },
    { attempt, drafts },
  )
  expect(await handIn(page, attempt)).toBe(200)
  return attempt
}

const solid = exemplar('url-shortener', 'solid')
const part = (...names: readonly string[]) =>
  Object.fromEntries(Object.entries(solid ?? {}).filter(([name]) => names.includes(name)))
const drafts = [part('requirements'), part('requirements', 'worksheet', 'answers', 'assumptions'), solid]

async function signUp(browser: Browser, name: string) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto('/sign-up')
  await createAccount(page, { name, email: `${crypto.randomUUID()}@example.org` }, /Create the account/)
  return { page, close: () => context.close() }
}

test('a candidate watches, compares, argues with and shares a score', async ({ page, person, browser }) => {
  test.setTimeout(180_000)
  const attempt = await sit(page, 'url-shortener', drafts)
  await asIfOver(attempt, 50, [5.5, 12.2, 40.1])

  await page.goto(`/attempts/${attempt}`)
  await page.getByRole('navigation', { name: 'Review' }).getByRole('link', { name: 'Replay' }).click()
  const scrubber = page.getByRole('slider', { name: 'Minute of the sitting' })
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^Minute 50 of 50, \d+% for L6$/)
  await scrubber.press('Home')
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^Minute 1 of 50, 0% for L6$/)
  await expect(page.getByText('Nothing was written on', { exact: false })).toHaveCount(0)
  await expect(page.getByText('Nothing was written.').first()).toBeVisible()
  for (let i = 0; i < 12; i += 1) await scrubber.press('ArrowRight')
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^Minute 13 of 50/)
  await expect(page.getByText('Written: Worksheet, Assumptions, Answers')).toBeVisible()
  await expect(page.getByRole('region', { name: 'The design as it was' }).getByText('written here').first()).toBeVisible()
  await scrubber.press('PageUp')
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^Minute (1[4-9]|2\d) of 50/)
  await scrubber.press('End')
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^Minute 50 of 50/)
  await page
    .getByRole('region', { name: 'Minutes that earned nothing' })
    .getByRole('button', { name: 'Minutes 1 to 5', exact: true })
    .click()
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^Minute 1 of 50/)
  await accessible(page)

  await page.goto(`/attempts/${attempt}/compare`)
  await page.getByLabel('Beside').selectOption('exemplar:solid')
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.waitForURL('**/compare?with=exemplar%3Asolid')
  await expect(page.getByRole('heading', { name: /^Exemplar: / })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Worksheet/ }).getByText('the same')).toBeVisible()
  await accessible(page)
  const warmUp = await sit(page, 'warm-up', [{}])
  await page.goto(`/attempts/${attempt}/compare?with=${warmUp}`)
  await expect(page.getByRole('alert').filter({ hasText: 'their criteria have nothing in common' })).toBeVisible()

  await page.goto(`/attempts/${warmUp}/verdicts`)
  const row = page.locator('li[id^="criterion-"]').filter({ hasText: 'Missed' }).first()
  await row.getByLabel(/^Mine/).selectOption('met')
  await row.getByRole('button', { name: 'Keep' }).click()
  await expect(row.getByText('Say why first')).toBeVisible()
  await row.getByLabel('Because').fill('It is in the worksheet.')
  await row.getByLabel(/appeal/).check()
  await row.getByRole('button', { name: 'Keep' }).click()
  await expect(row.getByText('Kept.')).toBeVisible()
  await page.reload()
  await expect(row.getByLabel('Because')).toHaveValue('It is in the worksheet.')
  await expect(page.getByRole('heading', { name: 'Where do you and the engine agree?' })).toBeVisible()
  await accessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /Export the appeal/ }).click()
  const appeals = parse(readFileSync(await (await download).path(), 'utf8'))
  expect(appeals).toMatchObject({ tests: [{ about: 'It is in the worksheet.', start: 'empty' }] })

  // Of the attempt whose time was not moved: the timeline is part of what is scored.
  const bundle = await page.request.get(`/api/attempts/${warmUp}/export?format=bundle`)
  const text = await bundle.text()
  const printed = execFileSync(process.execPath, ['cli/tenfold.mjs', 'score', '--bundle', '-'], {
    input: text,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  expect(printed.trim()).toBe(JSON.stringify(JSON.parse(text).report))

  await page.goto(`/attempts/${attempt}`)
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.locator('code', { hasText: '/shared/' }).innerText()
  const context = await browser.newContext()
  const visitor = await context.newPage()
  const answer = await visitor.goto(link)
  expect(answer?.headers()['x-robots-tag']).toContain('noindex')
  await expect(visitor.getByRole('heading', { level: 1, name: 'Design a URL shortener' })).toBeVisible()
  await expect(visitor.getByText('L6:', { exact: true })).toBeVisible()
  await accessible(visitor)
  const html = await visitor.content()
  for (const secret of [person.email, person.name]) expect(html).not.toContain(secret)
  expect(await context.cookies()).toEqual([])
  await page.getByRole('button', { name: /^Take back/ }).click()
  await expect(page.getByText('Taken back')).toBeVisible()
  await visitor.goto(link)
  await expect(visitor.getByRole('heading', { name: 'This link was taken back' })).toBeVisible()
  await visitor.goto('/shared/none')
  await expect(visitor.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  await context.close()

  const stranger = await signUp(browser, 'Eve')
  for (const path of ['replay', 'compare?with=exemplar:solid', 'verdicts', 'mentors'])
    expect((await stranger.page.request.get(`/attempts/${attempt}/${path}`)).status(), path).toBe(404)
  for (const path of ['replay', 'replay?seq=1', 'appeals', 'export?format=bundle'])
    expect((await stranger.page.request.get(`/api/attempts/${attempt}/${path}`)).status(), path).toBe(404)
  expect((await stranger.page.request.get('/mentoring')).status()).toBe(404)
  await stranger.close()
})

test('a mentor scores by hand, blind to the engine, and both see both columns after', async ({ page, person, browser }) => {
  test.setTimeout(180_000)
  expect(person.name).toBeTruthy()
  const name = `Mira ${Date.now()}`
  const mentor = await signUp(browser, name)
  const ownersContext = await browser.newContext()
  const owners = await ownersContext.newPage()
  await owners.goto('/sign-in')
  await owners.getByLabel('E-mail').fill(owner.email)
  await owners.getByLabel('Password', { exact: true }).fill(password)
  await owners.getByRole('button', { name: 'Sign in', exact: true }).click()
  await owners.waitForURL('**/today')
  await owners.goto('/people')
  const row = owners.getByRole('row', { name })
  await row.getByText('Role', { exact: false }).first().click()
  await row.getByLabel(/^Role/).selectOption('mentor')
  await row.getByRole('button', { name: 'Save' }).click()
  await expect(row.getByText('Saved.')).toBeVisible()
  await accessible(owners)
  await ownersContext.close()

  const attempt = await sit(page, 'warm-up', [{ worksheet: 'reads = 100M /day' }])
  const { scores } = JSON.parse(await (await page.request.get(`/api/attempts/${attempt}/export?format=json`)).text())
  const reasons: string[] = scores[0].report.criteria
    .map((c: { reason: string }) => c.reason)
    .filter((r: string) => r.length > 20)
  expect(reasons.length).toBeGreaterThan(0)
  expect((await mentor.page.request.get(`/mentoring/${attempt}`)).status()).toBe(404)
  await page.goto(`/attempts/${attempt}/mentors`)
  await page.getByLabel('Share with').selectOption({ label: name })
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()

  await mentor.page.goto('/mentoring')
  await mentor.page.getByRole('row', { name: /Cora/ }).getByRole('link').click()
  await mentor.page.waitForURL(`**/mentoring/${attempt}`)
  const html = await mentor.page.content()
  for (const reason of reasons) expect(html).not.toContain(reason)
  await accessible(mentor.page)
  const criterion = mentor.page.locator('section[id^="dimension-"] li').first()
  await criterion.getByLabel(/^Mine/).selectOption('partly')
  await criterion.getByRole('button', { name: 'Keep' }).click()
  await expect(criterion.getByText('Kept.')).toBeVisible()
  await criterion.getByText('Comment', { exact: false }).first().click()
  await criterion.getByLabel(/^Your comment/).fill('Say the peak, too.')
  await criterion.getByRole('button', { name: 'Send' }).click()
  await expect(criterion.getByText('Say the peak, too.')).toBeVisible()
  await mentor.page.getByRole('button', { name: /^I am done/ }).click()
  await expect(mentor.page.getByRole('heading', { name: "Yours and the engine's" })).toBeVisible()
  await accessible(mentor.page)
  await mentor.close()

  await page.reload()
  await expect(page.getByText('Say the peak, too.')).toBeVisible()
  await expect(page.getByText(/Mentor and engine say the same on/)).toBeVisible()
  await accessible(page)
})

test('an outdated score is scored again, listed by filter and printed', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await sit(page, 'warm-up', [{ worksheet: 'reads = 100M /day' }])
  await sit(page, 'warm-up', [{}])
  await page.goto(`/attempts/${attempt}`)
  await expect(page.getByRole('button', { name: 'Score again' })).toHaveCount(0)
  await asIfScoredBy(attempt, '0.0.1')
  await page.reload()
  await expect(page.getByText(/this was scored by 0\.0\.1/)).toBeVisible()
  await page.getByRole('button', { name: 'Score again' }).click()
  await expect(page.getByRole('heading', { name: 'Scored again' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Score again' })).toHaveCount(0)
  await accessible(page)

  await page.goto('/attempts')
  await page.getByLabel('Mode').selectOption('practice')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.waitForURL(/mode=practice/)
  await expect(page.getByRole('row')).toHaveCount(3)
  await accessible(page)
  await page.goto('/attempts?mode=mock')
  await expect(page.getByText('No attempt fits')).toBeVisible()
  await page.goto('/attempts?since=yesterday')
  await expect(page.getByText('since: "yesterday" is not a date: write it as 2026-03-02')).toBeVisible()

  await page.goto(`/attempts/${attempt}`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden()
  await expect(page.getByText('L6:', { exact: true })).toBeVisible()
})
