import { expect, test } from './people.ts'

/** A lesson for each kind of live part, and words that its part shows at its start. */
const lessons = [
  ['auto-scaling', 'the last of them'],
  ['cap-and-consistency', 'The later write wins'],
  ['consensus-and-spanner', 'leads with'],
  ['sharding-strategies', 'modulo'],
  ['capacity-estimation', 'created = 100M /month'],
  ['shard-migration', 'Back from here'],
] as const

test('lessons are read without JavaScript: every live part says in text what it shows', async ({ page, person, browser }) => {
  expect(person.name).toBeTruthy()
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    baseURL: new URL(page.url()).origin,
  })
  const plain = await context.newPage()
  for (const [slug, words] of lessons) {
    await plain.goto(`/lessons/${slug}`)
    await expect(plain.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(plain.locator('article')).toContainText(words)
    await expect(plain.getByText('Show the answer').first()).toBeVisible()
    await expect(plain.locator('article')).not.toContainText('Loading')
  }
  await context.close()
})
