import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, openPart, saved, startDrill, test } from './people.ts'
import { letDaysPass } from './time.ts'

type Card = { readonly ask: string; readonly number?: string; readonly unit?: string }
const cards: readonly Card[] = JSON.parse(readFileSync('generated/catalog.json', 'utf8')).cards
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10)

async function noViolation(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(v => `${page.url()}: ${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(' | ')}`)).toEqual([])
}

async function markDone(page: Page, lesson: string) {
  await page.goto(`/lessons/${lesson}`)
  await page.getByRole('button', { name: 'Mark as done' }).click()
  await expect(page.getByRole('button', { name: 'Take the mark away' })).toBeVisible()
}

/** Goes through the cards of a session by keyboard, numbers typed; answers how many there were. Where there is more, it says so at the end. */
async function recall(page: Page, first: (page: Page) => Promise<void> = async () => {}): Promise<number> {
  await page.goto('/cards/review')
  const card = page.getByRole('region', { name: 'Card' })
  await expect(card).toBeVisible()
  const place = page.getByText(/^Card \d+ of \d+/)
  const of = Number(/of (\d+)/.exec((await place.textContent()) ?? '')?.[1])
  for (let n = 1; n <= of; n += 1) {
    await expect(place).toContainText(`Card ${n} of`)
    const field = card.getByLabel('Your answer, with its unit')
    if ((await field.count()) > 0) {
      const ask = await card.locator('p').first().textContent()
      await field.fill(cards.find(known => known.ask === ask)?.number ?? '')
      await page.keyboard.press('Enter')
      await expect(card.getByText('✓ Right.')).toBeVisible()
    } else await page.keyboard.press(' ')
    await expect(card.getByRole('group', { name: 'How well did you recall it?' })).toBeVisible()
    await page.keyboard.press('3')
    if (n === 1) await first(page)
  }
  return of
}

test('a reader studies a week, misses one, and finds a plan that fits again', async ({ page, person }) => {
  await test.step('week 1: the plan, a lesson with its checks', async () => {
    await page.getByRole('button', { name: 'Start the plan' }).click()
    await expect(page.getByText('Week 1 of 8')).toBeVisible()
    await page.goto('/lessons/interview-format-and-levels')
    for (const [ask, answer] of [
      [/In a 60-minute interview you spent 18 minutes/, '10 minutes'],
      [/You are asked at L7 for a company-wide fraud check/, null],
    ] as const) {
      const check = page.getByRole('region', { name: ask })
      // The form comes when the question comes into view.
      await check.scrollIntoViewIfNeeded()
      if (answer === null) await check.getByRole('radio', { name: /Say who will write the rules/ }).check()
      else await check.getByLabel('Your answer, with its unit').fill(answer)
      const kept = page.waitForResponse(response => response.url().endsWith('/checks'))
      await check.getByRole('button', { name: 'Check' }).click()
      await expect(check.getByRole('status')).toContainText('✓')
      expect((await kept).ok()).toBe(true)
    }
    for (const lesson of ['interview-format-and-levels', 'scale-spectrum', 'bottleneck-mindset', 'amazon-design-philosophy'])
      await markDone(page, lesson)
  })

  await test.step('week 1: its cards, by keyboard, and one taken back', async () => {
    await page.goto('/today')
    await expect(page.getByRole('list', { name: 'To do today' }).getByText(/36 new/)).toBeVisible()
    await noViolation(page)
    const seen = await recall(page, async () => {
      await expect(page.getByText(/^Card 2 of/)).toBeVisible()
      await page.keyboard.press('u')
      await expect(page.getByText(/^Card 1 of/)).toBeVisible()
      await noViolation(page)
      await page.getByRole('button', { name: /^(Show the answer|Check)/ }).click()
      await page.getByRole('button', { name: /^3 / }).click()
    })
    expect(seen).toBe(25)
    await expect(page.getByText('25 recalled, 0 to come again.')).toBeVisible()
    await expect(page.getByText('11 new ones wait for another day.')).toBeVisible()
    expect(await recall(page)).toBe(11)
  })

  await test.step('week 1: the warm-up', async () => {
    const attempt = await startDrill(page, 'warm-up', /Practise|Start/)
    await openPart(page, 'Estimates')
    await page.getByRole('button', { name: 'Worksheet', exact: true }).last().click()
    await page.getByRole('textbox', { name: 'Worksheet' }).click()
    await page.keyboard.type('views = 100M /month')
    await saved(page)
    await page.getByRole('button', { name: 'Hand in' }).click()
    await page.getByRole('button', { name: 'Hand in and see the score' }).click()
    await page.waitForURL(`**/attempts/${attempt}`)
  })

  await test.step('nothing is done for a week', () => letDaysPass(person.email, 8))

  await test.step('week 2: three things at most, nothing overdue, what was missed has its place', async () => {
    await page.goto('/today')
    await expect(page.getByText('Week 2 of 8')).toBeVisible()
    const things = page.getByRole('list', { name: 'To do today' }).getByRole('listitem')
    expect(await things.count()).toBeGreaterThan(0)
    expect(await things.count()).toBeLessThanOrEqual(3)
    await expect(things.filter({ hasText: 'Recall your cards' })).toContainText('36 due')
    await expect(page.locator('main')).not.toContainText(/overdue|days? (late|behind)|missed \d/i)
    const week = page.getByRole('region', { name: 'The next seven days' })
    // Of week 1, and not done then.
    await expect(week.getByRole('link', { name: 'Back-of-the-envelope estimation' })).toBeVisible()
    await expect(week.getByRole('link', { name: /interview really runs|Interview format/i })).toHaveCount(0)
    await noViolation(page)
  })

  await test.step('week 2: the session is capped, and says what it left out', async () => {
    await page.goto('/cards')
    await expect(page.getByText('36 due')).toBeVisible()
    await noViolation(page)
    expect(await recall(page)).toBe(25)
    await expect(page.getByText('11 more are due and were left out')).toBeVisible()
  })

  await test.step('week 2: an item is moved, one is skipped, and taken back', async () => {
    await page.goto('/today')
    const week = page.getByRole('region', { name: 'The next seven days' })
    const rows = week.locator('ol > li')
    const item = week.locator('li li').filter({ hasText: 'Back-of-the-envelope estimation' })
    const to = iso(Date.now() + 4 * 86_400_000)
    await item.locator('summary').click()
    await item.getByLabel('Move to').fill(to)
    await item.getByRole('button', { name: 'Move', exact: true }).click()
    const moved = rows.filter({ hasText: new RegExp(`^\\w+ ${Number(to.slice(8))} `) })
    await expect(moved.getByText('Back-of-the-envelope estimation (on this day by you)')).toBeVisible()
    const skip = week.getByRole('listitem').filter({ hasText: 'Back-of-the-envelope estimation (on this day by you)' }).last()
    if (!(await skip.locator('details').getAttribute('open'))) await skip.locator('summary').click()
    await skip.getByRole('button', { name: 'Skip: Back-of-the-envelope estimation' }).click()
    const left = page
      .getByRole('region', { name: 'Left out' })
      .getByRole('listitem')
      .filter({ hasText: 'Back-of-the-envelope estimation' })
    await expect(left).toContainText('skipped by you')
    await left.getByRole('button', { name: /^Take it back in/ }).click()
    await expect(left).toHaveCount(0)
    await expect(week.getByRole('link', { name: 'Back-of-the-envelope estimation' })).toBeVisible()
  })

  await test.step('the progress shows what was done', async () => {
    await page.goto('/progress')
    await expect(page.getByRole('heading', { name: 'Which topics should I go back to?' })).toBeVisible()
    await expect(page.locator('main')).toContainText('25')
    await noViolation(page)
  })
})
