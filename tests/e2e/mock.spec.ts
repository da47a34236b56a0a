import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { parse } from 'yaml'
import { expect, field, openPart, saved, startDrill, test } from './people.ts'
import { letTimePass } from './time.ts'

const drill = parse(readFileSync('content/drills/url-shortener/drill.yaml', 'utf8'))
const rubric = parse(readFileSync('content/drills/url-shortener/rubric.yaml', 'utf8'))
const secrets: string[] = [
  ...drill.targets.map((t: { rule: string }) => t.rule),
  ...drill.curveballs.map((c: { debrief: string }) => c.debrief),
  ...drill.curveballs.filter((c: { minute: number }) => c.minute > 43).map((c: { text: string }) => c.text),
  ...rubric.criteria.flatMap((c: { question: string; mend: string }) => [c.question, c.mend]),
].filter(text => text.length > 8)

test('a mock interview: a probe, a curveball, the nemesis, the review', async ({ page, person }) => {
  test.setTimeout(180_000)
  expect(person.name).toBeTruthy()
  const bodies: Promise<string>[] = []
  page.on('response', response => {
    bodies.push(response.text().catch(() => ''))
  })
  const attempt = await startDrill(page, 'url-shortener', /Sit a mock interview/)
  const said = async (): Promise<{ kind: string; id: string; text: string }[]> =>
    (await (await page.request.get(`/api/attempts/${attempt}/curveballs`)).json()).curveballs
  const pause = async (minutes: number) => {
    await saved(page)
    await letTimePass(attempt, minutes)
    await page.reload()
  }
  const notice = page.getByRole('status').filter({ hasText: 'The interviewer asks' })

  // No hints and no simulator; the phases with their pace.
  await expect(page.getByText('Now: Requirements and numbers, until minute 10. Then: Architecture.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Prompt', exact: true })).toBeVisible()
  for (const hidden of ['Checklist', 'Run']) await expect(page.getByRole('button', { name: hidden, exact: true })).toHaveCount(0)
  expect(await said()).toEqual([])

  await pause(7)
  await expect(notice).toContainText('at minute 7')
  await expect(notice).toContainText('what would you like to know from me?')
  await page.getByRole('button', { name: 'Put aside' }).click()
  await expect(notice).toHaveCount(0)
  await expect(page.getByRole('listitem').filter({ hasText: 'what would you like to know from me?' })).toBeVisible()

  await openPart(page, 'Architecture')
  await page.getByRole('button', { name: 'Add a flow' }).click()
  await field(page, 'Route').fill('client > web > postgres')
  await field(page, 'Route').press('Enter')
  await expect(page.getByRole('listitem', { name: 'link 2' })).toBeVisible()
  await page.getByRole('listitem', { name: 'flow 1' }).getByLabel('Rate').fill('50 /s')
  await expect(page.getByText('Run this design')).toHaveCount(0)
  await expect(page.getByText('stands alone')).toHaveCount(0)

  await pause(24)
  await expect(page.getByRole('listitem').filter({ hasText: 'Somebody famous posts one of your links' })).toBeVisible()
  expect((await said()).map(s => s.kind)).toEqual(['probe', 'curveball', 'curveball'])

  await pause(12)
  await expect(page.getByRole('listitem').filter({ hasText: 'What do users see, and what do you do?' })).toBeVisible()
  const nemesis = (await said()).find(s => s.kind === 'nemesis')
  expect(nemesis?.text).toMatch(/^Your .* is gone\. What do users see, and what do you do\?$/)
  await expect(notice).toContainText(nemesis?.text ?? 'nothing')
  await openPart(page, 'Failures')
  await page.getByRole('button', { name: 'Add a failure' }).click()
  await field(page, 'Component').selectOption(nemesis?.id.split(':').at(-1) ?? '')
  await field(page, 'Shown by').selectOption('errors')
  await field(page, 'RTO').fill('5 minutes')
  await saved(page)
  expect((await new AxeBuilder({ page }).analyze()).violations.map(v => v.id)).toEqual([])
  const before = (await Promise.all(bodies)).map(body => body.replaceAll('\\"', '"').replaceAll('&#x27;', "'"))
  expect(before.length).toBeGreaterThan(10)
  expect(secrets.filter(secret => before.some(body => body.includes(secret)))).toEqual([])

  // What breaks first is asked before it is seen.
  await page.getByRole('button', { name: 'Hand in' }).click()
  const handIn = page.getByRole('button', { name: 'Hand in and see the score' })
  await expect(handIn).toBeDisabled()
  await page.getByLabel('At 10x the load').selectOption('postgres')
  await page.getByLabel('At 100x the load').selectOption('I cannot say')
  expect((await new AxeBuilder({ page }).analyze()).violations.map(v => v.id)).toEqual([])
  await handIn.click()
  await page.waitForURL(`**/attempts/${attempt}`)
  await expect(page.getByText(/^Mock interview, handed in/)).toBeVisible()
  const breaks = page.getByRole('region', { name: 'What breaks first' })
  await expect(breaks).toContainText('You said postgres breaks first')
  await expect(breaks).toContainText('You did not say what breaks first.')
  await breaks.getByRole('button', { name: /^Run it/ }).click()
  await expect(breaks.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(breaks.getByRole('definition').first()).toContainText(/10x .*You said postgres/)
  await expect(breaks.getByRole('button', { name: 'Play it again' })).toBeVisible({ timeout: 30_000 })
  await expect(breaks.getByRole('definition').last()).toContainText(/By 100x .* has broken first.*You named nothing/)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await breaks.getByRole('button', { name: '10x', exact: true }).press('Enter')
  await expect(breaks.getByRole('button', { name: '10x', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect(breaks.getByRole('button', { name: /Play/ })).toHaveCount(0)
  const asked = page.getByRole('region', { name: 'What the interviewer asked' })
  await expect(asked.getByRole('listitem').first()).toContainText('what would you like to know from me?')
  await expect(asked.getByRole('listitem').filter({ hasText: nemesis?.text ?? '' })).toContainText('min 42')
  const thrown = page.getByRole('region', { name: 'Curveballs' }).getByRole('listitem')
  await expect(thrown.filter({ hasText: nemesis?.text ?? '' })).toContainText('Answered after it came')
  expect((await new AxeBuilder({ page }).analyze()).violations.map(v => v.id)).toEqual([])
})
