import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, field, saved, startDrill, test } from './people.ts'

test('nothing private of a drill reaches the browser before the score', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const drill = parse(readFileSync('content/drills/url-shortener/drill.yaml', 'utf8'))
  const rubric = parse(readFileSync('content/drills/url-shortener/rubric.yaml', 'utf8'))
  const solid = parse(readFileSync('content/drills/url-shortener/exemplars/solid.yaml', 'utf8'))
  const secrets: string[] = [
    ...drill.targets.flatMap((t: { formula: string; rule: string }) => [t.formula, t.rule]),
    ...drill.facts.filter((f: { given?: boolean }) => !f.given).map((f: { text: string }) => f.text),
    ...drill.curveballs.flatMap((c: { text: string; debrief: string }) => [c.text, c.debrief]),
    ...drill.debrief,
    ...rubric.criteria.flatMap((c: { question: string; mend: string }) => [c.question, c.mend]),
    solid.about,
  ].filter(text => text.length > 8)
  expect(secrets.length).toBeGreaterThan(80)

  const seen: { url: string; body: string }[] = []
  const pending: Promise<unknown>[] = []
  page.on('response', response => {
    pending.push(
      response
        .text()
        .then(body => seen.push({ url: response.url(), body }))
        .catch(() => {}),
    )
  })
  await page.goto('/drills')
  await startDrill(page, 'url-shortener', /Start the clock/)
  await page.getByRole('button', { name: 'Add an objective' }).click()
  await field(page, 'Target').fill('100 ms')
  await saved(page)
  await page.reload()
  await expect(field(page, 'Target')).toHaveValue('100 ms')
  await page.goto('/today')
  await Promise.all(pending)
  expect(seen.length).toBeGreaterThan(10)
  const plain = (text: string) =>
    text.replaceAll('\\"', '"').replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const leaks = seen.flatMap(({ url, body }) =>
    secrets.filter(secret => plain(body).includes(secret)).map(secret => `${url}: ${secret}`),
  )
  expect(leaks).toEqual([])
})
