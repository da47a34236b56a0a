import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, field, saved, startDrill, test } from './people.ts'

const drills = readdirSync('content/drills')
const plain = (text: string) =>
  text.replaceAll('\\"', '"').replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** What the browser must not see of a drill while it is sat: how it is scored, what is to come, and how others did. */
function secretsOf(slug: string): readonly string[] {
  const read = (name: string) => parse(readFileSync(`content/drills/${slug}/${name}.yaml`, 'utf8'))
  const drill = read('drill')
  const rubric = read('rubric')
  const exemplars = readdirSync(`content/drills/${slug}/exemplars`).map(file => read(`exemplars/${file.replace('.yaml', '')}`))
  // What the candidate reads anyway is no secret, whoever else says it.
  const open = `${readFileSync(`content/drills/${slug}/prompt.mdx`, 'utf8')} ${drill.targets.map((t: { ask: string }) => t.ask).join(' ')}`
  return [
    ...drill.targets.flatMap((t: { formula: string; rule: string }) => [t.formula, t.rule]),
    ...drill.facts.filter((f: { given?: boolean }) => !f.given).map((f: { text: string }) => f.text),
    ...drill.curveballs.flatMap((c: { text: string; debrief: string }) => [c.text, c.debrief]),
    ...drill.debrief,
    ...rubric.criteria.flatMap((c: { question: string; mend: string }) => [c.question, c.mend]),
    ...exemplars.map((e: { about: string }) => e.about),
  ].filter(text => text.length > 8 && !open.includes(text))
}

for (const slug of drills)
  test(`nothing private of ${slug} reaches the browser before the score`, async ({ page, person }) => {
    expect(person.name).toBeTruthy()
    const secrets = secretsOf(slug)
    expect(secrets.length).toBeGreaterThan(slug === 'warm-up' ? 10 : 80)

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
    await startDrill(page, slug, /Start the (clock|warm-up)/)
    await page.getByRole('button', { name: 'Add an objective' }).click()
    await field(page, 'Target').fill('100 ms')
    await saved(page)
    await page.reload()
    await expect(field(page, 'Target')).toHaveValue('100 ms')
    await page.goto('/today')
    await Promise.all(pending)
    expect(seen.length).toBeGreaterThan(10)
    const leaks = seen.flatMap(({ url, body }) =>
      secrets.filter(secret => plain(body).includes(secret)).map(secret => `${url}: ${secret}`),
    )
    expect(leaks).toEqual([])
  })
