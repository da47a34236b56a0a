import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { expect, test } from './people.ts'
import { letTimePass } from './time.ts'

const drill = parse(readFileSync('content/drills/url-shortener/drill.yaml', 'utf8'))
const secrets: string[] = [
  ...drill.facts.filter((f: { given?: boolean }) => !f.given).map((f: { text: string }) => f.text),
  ...drill.curveballs.flatMap((c: { text: string; debrief: string }) => [c.text, c.debrief]),
]

const clean = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations.map(v => v.id)).toEqual([])

async function handIn(page: Page) {
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('button', { name: 'Hand in and see the score' }).click()
  await page.waitForURL('**/attempts/*')
}

test('an interview day: planned, moved, sat and summed up; and a friend holds the interview', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  await page.goto('/drills')
  await page.getByRole('link', { name: 'Interview day' }).click()
  await expect(page.getByText('None yet. Each one is kept')).toBeVisible()
  await clean(page)

  // The same drill twice is refused, and nothing that was chosen is lost.
  await page.getByLabel('First mock').selectOption('url-shortener')
  await page.getByLabel('Second mock').selectOption('url-shortener')
  await page.getByLabel('Break, minutes').fill('20')
  await page.getByRole('button', { name: 'Plan the day' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'stands there twice' })).toBeVisible()
  await expect(page.getByLabel('Break, minutes')).toHaveValue('20')
  await page.getByLabel('Second mock').selectOption('realtime-fraud-detection')
  await page.getByRole('button', { name: 'Plan the day' }).click()
  await page.waitForURL(/\/days\/[^/]+$/)
  const day = page.url()
  const rows = page.getByRole('list', { name: 'Timetable' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('Break, 20 min')
  await expect(page.getByText(/and can be started before\./)).toBeVisible()
  await clean(page)

  // Early; its clock hands it in while nobody is there.
  await page.getByRole('button', { name: 'Start early' }).click()
  await page.waitForURL('**/sit/*')
  const first = page.url().split('/').at(-1) ?? ''
  await page.goto(day)
  await expect(rows.first().getByRole('link', { name: 'Go on with the mock' })).toHaveAttribute('href', `/sit/${first}`)
  await expect(page.getByRole('button', { name: /Start|Skip/ })).toHaveCount(0)
  await letTimePass(first, 65)
  await page.reload()
  await expect(rows.nth(1)).toContainText('now')
  await expect(page.getByText(/A break until .* earlier than planned\./)).toBeVisible()
  await expect(rows.first()).toContainText(/below the bar|not measured/)

  await page.getByRole('button', { name: 'Skip the break and start' }).click()
  await page.waitForURL('**/sit/*')
  await handIn(page)
  await page.getByRole('link', { name: 'Back to its timetable' }).click()
  await expect(page.getByText('The day is over.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Ten dimensions across the loop' })).toBeVisible()
  const again = page.getByRole('region', { name: 'What came up more than once' })
  await expect(again.getByText('mocks 1, 2').first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Pacing' }).getByText('nothing was written').first()).toBeVisible()
  await clean(page)

  // The pack: nothing of it before somebody says that they are the interviewer.
  const warned = await (await page.request.get('/drills/url-shortener/interviewer')).text()
  expect(secrets.filter(secret => warned.replaceAll('&#x27;', "'").includes(secret))).toEqual([])
  await page.goto('/drills/url-shortener/interviewer')
  await expect(page.getByText('It spoils the drill for whoever is to sit it')).toBeVisible()
  await clean(page)
  await page.getByRole('button', { name: 'I am the interviewer' }).click()
  await expect(page.getByRole('region', { name: 'The fact bank' })).toContainText('must stop working everywhere within a minute')
  await expect(page.getByRole('region', { name: 'Scoring sheet' }).getByRole('heading', { level: 3 })).toHaveCount(10)
  await clean(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print the pack' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  // What the friend marked, entered, changed and deleted.
  await page.goto(`/attempts/${first}`)
  const friends = page.getByRole('region', { name: 'A friend interviewed me' })
  await friends.getByRole('button', { name: 'Enter what a friend marked' }).click()
  await friends.getByLabel('Who held the interview').fill('Mia')
  await friends.getByRole('button', { name: 'Keep the grades' }).click()
  await expect(friends.getByRole('alert')).toHaveText('Give at least one dimension a grade.')
  await friends.getByRole('radio', { name: 'Cost: above' }).check()
  await friends.getByRole('radio', { name: 'Cost: below' }).check()
  await friends.getByLabel('Notes').fill('Talk while you draw.')
  await clean(page)
  await friends.getByRole('button', { name: 'Keep the grades' }).click()
  const mia = friends.getByRole('article', { name: 'Marked by Mia' })
  await expect(mia.getByRole('row', { name: /^Cost below below agreed$/ })).toBeVisible()
  await expect(mia).toContainText('the same band as the engine in 1 of 1')
  await mia.getByRole('button', { name: 'Change' }).click()
  await friends.getByRole('radio', { name: 'Cost: at' }).check()
  await friends.getByRole('button', { name: 'Keep the grades' }).click()
  await expect(mia).toContainText('friend 2 bands higher')
  expect(await (await page.request.get(`/api/attempts/${first}/export?format=markdown`)).text()).toContain(
    '## Mia interviewed me',
  )
  await mia.getByRole('button', { name: 'Delete' }).click()
  await mia.getByRole('button', { name: 'Delete these grades for good' }).click()
  await expect(mia).toHaveCount(0)

  await page.goto(day)
  await page.getByText('Delete this day').first().click()
  await page.getByRole('button', { name: 'Delete this day' }).click()
  await page.waitForURL('**/days')
  await expect(page.getByText('None yet. Each one is kept')).toBeVisible()
})
