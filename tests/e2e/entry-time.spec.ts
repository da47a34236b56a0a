import { enterSubmission, readExemplar } from '../bench/entry-time.ts'
import { expect, saved, startDrill, test } from './people.ts'

test('the solid exemplar is entered by hand in at most fifteen minutes, and all of it arrives', async ({ page, person }) => {
  test.setTimeout(240_000)
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'url-shortener', /Start the clock/)
  const exemplar = readExemplar('url-shortener', 'solid')
  const time = await enterSubmission(page, exemplar)
  await saved(page)
  console.log(`entry of the solid exemplar: ${time.minutes} min, ${time.keys} keys, ${time.clicks} clicks, ${time.values} values`)
  expect(time.minutes).toBeLessThanOrEqual(15)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('button', { name: 'Hand in and see the score' }).click()
  await page.waitForURL(`**/attempts/${attempt}`)
  const { scores } = await (await page.request.get(`/api/attempts/${attempt}/export?format=json`)).json()
  const { bands, tiers } = scores[0].report
  expect({ bands, verified: tiers.verified.earned }).toMatchObject({ bands: { L6: 'at' } })
  expect(tiers.verified.earned).toBeGreaterThanOrEqual(78)
})
