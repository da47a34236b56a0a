import { expect, field, openPart, saved, startDrill, test } from './people.ts'

const first = { label: 'What a user can do', text: 'Follow a short link' }

test('what was typed is there after a reload and in another browser', async ({ page, person, browser }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'url-shortener', /Practise without a clock/)
  await page.getByRole('button', { name: 'Add a functional requirement' }).click()
  await field(page, first.label).fill(first.text)
  await saved(page)
  await page.reload()
  await expect(field(page, first.label)).toHaveValue(first.text)

  const context = await browser.newContext({ storageState: await page.context().storageState() })
  const elsewhere = await context.newPage()
  await elsewhere.goto(`/sit/${attempt}`)
  await expect(field(elsewhere, first.label)).toHaveValue(first.text)
  await context.close()
})

test('work that was typed without a network is sent when it returns, also after a reload', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  await startDrill(page, 'url-shortener', /Practise without a clock/)
  await page.route('**/revisions', route => route.abort())
  await page.getByRole('button', { name: 'Add a functional requirement' }).click()
  await field(page, first.label).fill('written offline')
  await expect(page.getByText('Offline: kept in this browser')).toBeVisible()
  page.on('dialog', dialog => dialog.accept())
  await page.reload()
  await expect(field(page, first.label)).toHaveValue('written offline')
  await page.unroute('**/revisions')
  await saved(page)
})

test('two tabs that edit at once lose neither side', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'url-shortener', /Practise without a clock/)
  const tab = await page.context().newPage()
  await tab.goto(`/sit/${attempt}`)
  await expect(tab.getByRole('button', { name: 'Hand in' })).toBeVisible()
  await page.getByRole('button', { name: 'Add a functional requirement' }).click()
  await field(page, first.label).fill('from the first tab')
  await saved(page)
  // The second tab has another storage of drafts in mind only: it still stands on the empty head.
  await tab.getByRole('button', { name: 'Add a functional requirement' }).click()
  await field(tab, first.label).fill('from the second tab')
  await expect(tab.getByText(/changed in another window/)).toBeVisible()
  await tab.getByRole('button', { name: 'The other one' }).click()
  await expect(field(tab, first.label)).toHaveValue('from the first tab')
  await saved(tab)
  const { headSeq } = await (await page.request.get(`/api/attempts/${attempt}`)).json()
  // First tab, second tab, and the first tab's version taken up again on top: nothing was replaced.
  expect(headSeq).toBe(3)
})

test('handing in twice from two tabs gives one submission and one score', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'url-shortener', /Practise without a clock/)
  await openPart(page, 'API')
  await page.getByRole('button', { name: 'Add a call' }).click()
  await field(page, 'Path').fill('/{code}')
  await saved(page)
  const headers = { origin: new URL(page.url()).origin }
  const handIn = () => page.request.post(`/api/attempts/${attempt}/hand-in`, { data: {}, headers })
  const answers = await Promise.all([handIn(), handIn(), handIn()])
  expect(answers.map(a => a.status())).toEqual([200, 200, 200])
  const bodies = await Promise.all(answers.map(a => a.json()))
  expect(new Set(bodies.map(b => b.handedInAtMs)).size).toBe(1)
  const exported = await (await page.request.get(`/api/attempts/${attempt}/export?format=json`)).json()
  expect(exported.scores).toHaveLength(1)
  const late = await page.request.post(`/api/attempts/${attempt}/revisions`, {
    data: { id: crypto.randomUUID(), parentId: exported.headId, submission: {} },
    headers,
  })
  expect(late.status()).toBe(409)
})

test('a draft that waited here while the work went on elsewhere asks which to go on with', async ({ page, person, browser }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'url-shortener', /Practise without a clock/)
  await page.getByRole('button', { name: 'Add a functional requirement' }).click()
  await saved(page)
  await page.route('**/revisions', route => route.abort())
  await field(page, first.label).fill('waited here')
  await expect(page.getByText('Offline: kept in this browser')).toBeVisible()
  const context = await browser.newContext({ storageState: await page.context().storageState({ indexedDB: false }) })
  const elsewhere = await context.newPage()
  await elsewhere.goto('about:blank')
  await elsewhere.goto(`/drills`)
  await elsewhere.evaluate(() => localStorage.clear())
  await elsewhere.goto(`/sit/${attempt}`)
  await field(elsewhere, first.label).fill('went on elsewhere')
  await saved(elsewhere)
  await context.close()

  page.on('dialog', dialog => dialog.accept())
  await page.unroute('**/revisions')
  await page.reload()
  await expect(page.getByText(/changed in another window/)).toBeVisible()
  await expect(field(page, first.label)).toHaveValue('waited here')
  await page.getByRole('button', { name: 'The other one' }).click()
  await expect(field(page, first.label)).toHaveValue('went on elsewhere')
  await saved(page)
})
