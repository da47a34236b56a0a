import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, openPart, saved, startDrill, test } from './people.ts'

const parts = ['client', 'cdn', 'lb', 'web', 'redis', 'postgres', 'kafka', 'worker', 's3', 'search']
const box = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}, `) })
const boxes = (page: Page) => page.locator('.react-flow__node')

async function openCanvas(page: Page): Promise<void> {
  await openPart(page, 'Architecture')
  await page.getByRole('button', { name: 'Canvas', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Architecture canvas' })).toBeVisible()
}

async function type(page: Page, text: string): Promise<void> {
  await page.getByLabel('Add a component or a route, then Enter').focus()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

test('a design of ten components is drawn by keyboard, undone, redone, and is the same in the table and after a reload', async ({
  page,
  person,
}) => {
  expect(person.name).toBeTruthy()
  await startDrill(page, 'url-shortener', /Practise without a clock/)
  await openCanvas(page)
  await type(page, 'Read: client > cdn > lb > web > redis > postgres')
  await type(page, 'web >> kafka > worker > s3')
  await type(page, 'search')
  await expect(boxes(page)).toHaveCount(10)
  await expect(box(page, 'web')).toHaveAccessibleName(/^web, Service, calls redis, postgres and kafka without waiting/)

  // Along the links by arrow keys; Enter edits; Escape comes back.
  await box(page, 'client').focus()
  await page.keyboard.press('ArrowRight')
  await expect(box(page, 'cdn')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(box(page, 'web')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await page.getByLabel('Replicas').focus()
  await page.keyboard.type('6')
  await page.keyboard.press('Escape')
  await expect(box(page, 'web')).toBeFocused()
  await expect(box(page, 'web')).toHaveAccessibleName(/^web, Service, 6 replicas, calls/)

  await page.keyboard.press('Delete')
  await expect(boxes(page)).toHaveCount(9)
  await page.keyboard.press('Control+z')
  await expect(boxes(page)).toHaveCount(10)
  await expect(box(page, 'web')).toHaveAccessibleName(/6 replicas/)
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(boxes(page)).toHaveCount(9)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(boxes(page)).toHaveCount(10)

  await box(page, 'worker').focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Link to').selectOption('search')
  await expect(box(page, 'worker')).toHaveAccessibleName(/calls s3 and search/)
  expect((await new AxeBuilder({ page }).analyze()).violations.map(v => `${v.id} ${v.nodes[0]?.target.join(' ')}`)).toEqual([])

  await page.getByRole('button', { name: 'Table', exact: true }).click()
  const names = () => page.getByRole('region', { name: 'Components' }).getByLabel('Name', { exact: true })
  await expect(names()).toHaveCount(10)
  expect(await names().evaluateAll(all => all.map(input => (input instanceof HTMLInputElement ? input.value : '')))).toEqual(
    parts,
  )
  await expect(page.getByRole('listitem', { name: 'component 4' }).getByLabel('Replicas')).toHaveValue('6')
  await expect(page.getByLabel('Flow', { exact: true })).toHaveValue('Read')
  await expect(page.getByLabel('Route')).toHaveValue('client > cdn > lb > web > redis > postgres')

  await saved(page)
  await page.getByRole('button', { name: 'Canvas', exact: true }).click()
  await expect(boxes(page)).toHaveCount(10)
  await page.reload()
  await openPart(page, 'Architecture')
  await expect(boxes(page)).toHaveCount(10)
  await expect(box(page, 'web')).toHaveAccessibleName(/^web, Service, 6 replicas/)
})

test('a flowchart of mermaid is imported, dragged, linked, copied, and exported', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  await startDrill(page, 'url-shortener', /Practise without a clock/)
  await openCanvas(page)
  await page.getByRole('button', { name: 'Import and export' }).click()
  await page.getByLabel('Mermaid flowchart to import').fill('sequenceDiagram\nA->>B: hi')
  await page.getByRole('button', { name: 'Add to the design' }).click()
  await expect(page.getByText(/Line 1 is "sequenceDiagram"/)).toBeVisible()
  await page
    .getByLabel('Mermaid flowchart to import')
    .fill('flowchart LR\n  u[Browser] --> w[Web]\n  w -.-> q[[SQS]]\n  d[(Postgres)]')
  await page.getByRole('button', { name: 'Add to the design' }).click()
  await expect(boxes(page)).toHaveCount(4)
  await page.locator('.react-flow').scrollIntoViewIfNeeded()
  await expect(box(page, 'Postgres')).toBeInViewport()

  // From the dot at the right edge of Web to Postgres.
  await page.getByRole('button', { name: 'Arrange' }).click()
  await expect(page.getByText('Arranged')).toBeAttached()
  await page.waitForTimeout(300)
  await page.locator('.react-flow__node[data-id="web"] .react-flow__handle.source').hover()
  await page.mouse.down()
  await page.locator('.react-flow__node[data-id="postgres"] .react-flow__handle.target').hover()
  await page.mouse.up()
  await expect(box(page, 'Web')).toHaveAccessibleName(/calls SQS without waiting and Postgres/)

  const before = await box(page, 'SQS').boundingBox()
  await box(page, 'SQS').hover()
  await page.mouse.down()
  await page.mouse.move((before?.x ?? 0) + 60, (before?.y ?? 0) + 90, { steps: 5 })
  await page.mouse.up()
  const after = await box(page, 'SQS').boundingBox()
  expect(after?.y).toBeGreaterThan((before?.y ?? 0) + 20)

  await box(page, 'Web').click()
  await page.getByRole('button', { name: 'Duplicate' }).click()
  await expect(box(page, 'Web 2')).toBeVisible()
  await box(page, 'Web 2').focus()
  await page.keyboard.press('Delete')
  await expect(boxes(page)).toHaveCount(4)

  // A group is a field of what is selected; its frame's name selects it again.
  await box(page, 'Web').click()
  await page.keyboard.press('Control+a')
  await page.getByLabel('Group of all of them').fill('eu-west')
  await expect(box(page, 'SQS')).toHaveAccessibleName(/in eu-west/)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'eu-west: select its 4 components' }).click()
  await expect(page.getByRole('heading', { name: '4 parts selected' })).toBeVisible()
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await expect(page.getByRole('listitem', { name: 'component 2' }).getByLabel('Group')).toHaveValue('eu-west')
  await page.getByRole('button', { name: 'Canvas', exact: true }).click()

  await page.getByRole('button', { name: 'Import and export' }).click()
  const save = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
    return readFileSync(await file.path())
  }
  const mermaid = (await save('Save as mermaid')).toString()
  expect(mermaid).toContain('web["Web"]:::service')
  expect(mermaid).toContain('web -.-> sqs')
  expect(mermaid).toContain('["eu-west"]')
  const svg = (await save('Save as SVG')).toString()
  expect(svg).toContain('>Postgres</text>')
  expect(svg).toContain('>eu-west</text>')
  expect((await save('Save as PNG')).subarray(1, 4).toString()).toBe('PNG')
})

test('a phone has the table alone, and a drill shows no findings', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  await startDrill(page, 'url-shortener', /Start the clock/)
  await openCanvas(page)
  await type(page, 'client > web > db')
  await expect(boxes(page)).toHaveCount(3)
  await expect(page.getByText(/in the drawing|checks of a drawing/)).toHaveCount(0)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('region', { name: 'Architecture canvas' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Components' }).getByLabel('Name', { exact: true })).toHaveCount(3)
})
