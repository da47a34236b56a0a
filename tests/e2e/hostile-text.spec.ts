import { blank } from '#engine/design/blank.ts'
import { expect, field, openPart, startDrill, test } from './people.ts'

const hostile = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>'

/** A submission in which every text that the schema leaves free holds markup. */
function hostileSubmission() {
  const fill = (record: object): Record<string, unknown> => {
    const filled: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(record)) {
      if (value === '' && !closed.has(key)) filled[key] = hostile
      else if (typeof value === 'object' && !Array.isArray(value)) filled[key] = fill(value)
    }
    return filled
  }
  const one = (name: keyof typeof blank) => [{ id: 'x', ...fill(blank[name]) }]
  return {
    requirements: { functional: one('functional'), nonFunctional: one('nonFunctional') },
    questions: one('question'),
    worksheet: hostile,
    assumptions: [{ slot: 'peak_factor', value: hostile }],
    answers: [{ target: 'create_rate', stated: hostile }],
    api: one('api'),
    architecture: {
      components: [
        {
          id: 'x',
          name: hostile,
          capacity: hostile,
          serviceTime: hostile,
          because: hostile,
          settings: { note: hostile.slice(0, 100) },
        },
      ],
      links: [{ id: 'x', from: 'x', to: 'x', timeout: hostile, dedupeKey: hostile, fallback: hostile }],
      flows: one('flow'),
    },
    data: [{ ...one('store')[0], access: one('access') }],
    decisions: [{ ...one('decision')[0], alternatives: one('alternative') }],
    failures: one('failure'),
    operations: {
      alarms: one('alarm'),
      deployment: { stages: one('step') },
      rollback: { threshold: hostile },
      runbook: one('step'),
    },
    security: one('control'),
    cost: { monthly: hostile, lines: one('costLine'), levers: one('lever') },
    evolution: { triggers: one('trigger'), steps: one('migrationStep') },
    organization: one('team'),
    predictions: { at10x: { because: hostile }, at100x: { because: hostile } },
  }
}

/** Fields that hold a word of a vocabulary or the id of a record: the schema refuses markup there. */
const closed = new Set([
  'priority',
  'quality',
  'flow',
  'fact',
  'method',
  'kind',
  'from',
  'to',
  'mode',
  'objective',
  'component',
  'strategy',
  'consistency',
  'hotKey',
  'operation',
  'aspect',
  'driver',
  'door',
  'rejectedOn',
  'scope',
  'detection',
  'signal',
  'threat',
])

test('markup in any field is shown as text and never runs', async ({ page, person }) => {
  expect(person.name).toBeTruthy()
  const attempt = await startDrill(page, 'url-shortener', /Practise without a clock/)
  const headers = { origin: new URL(page.url()).origin }
  const saved = await page.request.post(`/api/attempts/${attempt}/revisions`, {
    data: { id: crypto.randomUUID(), parentId: null, submission: hostileSubmission() },
    headers,
  })
  expect(await saved.text()).toContain('revisionId')
  const pwned = () => page.evaluate(() => 'pwned' in window)

  await page.reload()
  await expect(field(page, 'What a user can do')).toHaveValue(hostile)
  for (const part of [
    'Questions',
    'Estimates',
    'Architecture',
    'Data',
    'Decisions',
    'Failures',
    'Operations',
    'Cost',
    'Evolution',
    'Teams',
    'Predictions',
  ])
    await openPart(page, part)
  await page.getByRole('button', { name: 'Worksheet', exact: true }).last().click()
  expect(await pwned()).toBe(false)

  await page.request.post(`/api/attempts/${attempt}/hand-in`, { data: {}, headers })
  await page.goto(`/attempts/${attempt}`)
  await expect(page.getByText(hostile).first()).toBeVisible()
  expect(await page.getByText(hostile).count()).toBeGreaterThan(30)
  expect(await pwned()).toBe(false)
  expect(await page.locator('img[src="x"]').count()).toBe(0)
  const markdown = await (await page.request.get(`/api/attempts/${attempt}/export?format=markdown`)).text()
  // Outside the fenced worksheet no markup is left as markup.
  expect(markdown.replace(/^(`{3,})[\s\S]*?^\1$/gm, '')).not.toMatch(/(?<!\\)<script/)
})
