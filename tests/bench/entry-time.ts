import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { parse } from 'yaml'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import type { Submission } from '#engine/design/submission.ts'

/** 60 words a minute are five keys a second; a click is two seconds (the main-job issue). A Tab or a shortcut is a key. */
const keySeconds = 0.2
const clickSeconds = 2

export type EntryTime = { readonly minutes: number; readonly keys: number; readonly clicks: number; readonly values: number }

/** Counts what a person's hands do, and does it in the page. */
function makeHands(page: Page) {
  let keys = 0
  let clicks = 0
  let values = 0
  const tabbable =
    'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [contenteditable="true"], [tabindex="0"]'

  /** Tabs forward from where the focus is, or a click when that is quicker. */
  const reach = async (target: Locator) => {
    const tabs = await target.evaluate((element, selector) => {
      const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(e => e.checkVisibility())
      const from = all.indexOf(document.activeElement instanceof HTMLElement ? document.activeElement : document.body)
      const to = all.findIndex(candidate => candidate.isSameNode(element))
      return from >= 0 && to > from ? to - from : Number.POSITIVE_INFINITY
    }, tabbable)
    if (tabs * keySeconds < clickSeconds) {
      keys += tabs
      await target.focus()
    } else {
      clicks += 1
      await target.click()
    }
  }
  const press = async (name: string) => {
    keys += 1
    await page.keyboard.press(name)
  }
  const type = async (target: Locator, text: string) => {
    if (text === '') return
    values += 1
    await reach(target)
    keys += text.length
    await page.keyboard.type(text)
  }
  /** A native select is chosen by typing the first letters of the option. */
  const choose = async (target: Locator, value: string) => {
    if (value === '') return
    values += 1
    await reach(target)
    const labels = await target
      .locator('option')
      .evaluateAll(options =>
        options.map(o => ({ value: o.getAttribute('value') ?? '', label: (o.textContent ?? '').toLowerCase() })),
      )
    const wanted = labels.find(l => l.value === value)
    if (!wanted) throw new Error(`no option ${value} among ${labels.map(l => l.value).join(', ')}`)
    let prefix = 1
    while (prefix < wanted.label.length && labels.some(l => l !== wanted && l.label.startsWith(wanted.label.slice(0, prefix))))
      prefix += 1
    keys += prefix
    await target.selectOption(value)
  }
  const click = async (target: Locator) => {
    clicks += 1
    await target.click()
  }
  /** A button: by Tab and Enter, or by a click when that is quicker. */
  const push = async (target: Locator) => {
    const before = clicks
    await reach(target)
    if (clicks === before) await press('Enter')
  }
  const total = (): EntryTime => ({
    minutes: Math.round(((keys * keySeconds + clicks * clickSeconds) / 60) * 100) / 100,
    keys,
    clicks,
    values,
  })
  return { reach, press, type, choose, click, push, total }
}

/** Reads an exemplar of the catalog as a submission. */
export function readExemplar(drill: string, name: string): Submission {
  const parsed = parseSubmission(parse(readFileSync(`content/drills/${drill}/exemplars/${name}.yaml`, 'utf8')).submission)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.submission
}

/** Enters a submission into an open workspace as a person would, by the keyboard where it is quicker. */
export async function enterSubmission(page: Page, submission: Submission): Promise<EntryTime> {
  const hands = makeHands(page)
  const main = page.locator('#main')
  const ids = new Map<string, string>()
  const to = (id: string) => (id === '' ? '' : (ids.get(id) ?? id))

  const part = (title: string) =>
    hands.click(page.getByRole('navigation', { name: 'Parts of the submission' }).getByRole('button', { name: title }))
  const record = (name: string, n: number, within: Locator = main) =>
    within.getByRole('listitem', { name: `${name} ${n}`, exact: true })
  /** The first record by the button, the others by Ctrl+Enter, which puts the cursor in the first field. */
  const add = async (name: string, n: number, within: Locator = main) => {
    if (n === 1) await hands.push(within.getByRole('button', { name: new RegExp(`^Add an? ${name}$`) }))
    else await hands.press('Control+Enter')
    return record(name, n, within)
  }
  const cell = (within: Locator, label: string) => within.getByLabel(label, { exact: true }).first()
  const text = (within: Locator, label: string, value: string) => hands.type(cell(within, label), value)
  const count = (within: Locator, label: string, value: number | undefined) =>
    text(within, label, value === undefined ? '' : String(value))
  const word = (within: Locator, label: string, value: string) => hands.choose(cell(within, label), value)
  const ref = (within: Locator, label: string, id: string) => word(within, label, to(id))
  const answer = (within: Locator, label: string, value: boolean | undefined) =>
    word(within, label, value === undefined ? '' : value ? 'yes' : 'no')

  await part('Requirements')
  for (const [i, r] of submission.requirements.functional.entries()) {
    const row = await add('functional requirement', i + 1)
    await text(row, 'What a user can do', r.text)
    await word(row, 'Priority', r.priority)
  }
  for (const [i, r] of submission.requirements.nonFunctional.entries()) {
    const row = await add('objective', i + 1)
    ids.set(r.id, `nfr-${i + 1}`)
    await word(row, 'Quality', r.quality)
    await count(row, 'Percentile', r.percentile)
    await text(row, 'Target', r.target)
  }

  await part('Questions')
  for (const q of submission.questions) {
    const asked = page.waitForResponse(r => r.url().endsWith('/questions'))
    await hands.type(main.getByLabel('Ask the interviewer'), q.text)
    await hands.press('Enter')
    await asked
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#main form input')?.value === '')
  }

  await hands.press('Alt+w')
  await page.getByRole('textbox', { name: 'Worksheet' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.closest('#workspace-side') !== null)
  for (const [i, line] of submission.worksheet.trimEnd().split('\n').entries()) {
    if (i > 0) await hands.press('Enter')
    await hands.type(page.getByRole('textbox', { name: 'Worksheet' }), '')
    for (const character of line) await hands.press(character)
  }

  await part('Estimates')
  const byLabel = async (section: string, index: number, value: string) => {
    const field = main.getByRole('region', { name: section }).getByRole('textbox').nth(index)
    await hands.type(field, value)
  }
  const asked = await page.evaluate(async id => (await fetch(`/api/attempts/${id}`)).status, page.url().split('/').at(-1) ?? '')
  if (asked !== 200) throw new Error('the attempt is gone')
  const order = parse(readFileSync('content/drills/url-shortener/drill.yaml', 'utf8'))
  const indexOf = (list: readonly { id: string }[], id: string) => list.findIndex(item => item.id === id)
  for (const a of submission.assumptions) await byLabel('Assumptions', indexOf(order.slots, a.slot), a.value)
  for (const a of submission.answers) await byLabel('Answers', indexOf(order.targets, a.target), a.stated)

  await part('API')
  for (const [i, a] of submission.api.entries()) {
    const row = await add('call', i + 1)
    await word(row, 'Method', a.method)
    await text(row, 'Path', a.path)
    await text(row, 'Purpose', a.purpose)
    await count(row, 'Status', a.status)
    await answer(row, 'Idempotent', a.idempotent)
    await answer(row, 'Paginated', a.paginated)
  }

  await part('Architecture')
  const { flows, components, links } = submission.architecture
  for (const [i, f] of flows.entries()) {
    const row = await add('flow', i + 1)
    ids.set(f.id, `flow-${i + 1}`)
    await text(row, 'Flow', f.name)
    await text(row, 'Route', f.route.join(' > '))
    await hands.press('Enter')
    await text(row, 'Rate', f.rate)
    await ref(row, 'Objective', f.objective)
  }
  const drawn = await main.getByRole('listitem', { name: /^component \d+$/ }).count()
  const names = await main
    .getByRole('listitem', { name: /^component \d+$/ })
    .evaluateAll(rows => rows.map(row => row.querySelector('input')?.value ?? ''))
  let extra = drawn
  for (const c of components) {
    const known = names.indexOf(c.id)
    let row = record('component', known + 1)
    if (known < 0) {
      extra += 1
      if (extra === drawn + 1) await hands.push(main.getByRole('button', { name: 'Add a component' }))
      else await hands.press('Control+Enter')
      row = record('component', extra)
      ids.set(c.id, `component-${extra}`)
      await text(row, 'Name', c.name || c.id)
    }
    if ((await cell(row, 'Kind').inputValue()) !== c.kind) await word(row, 'Kind', c.kind)
    await count(row, 'Replicas', c.replicas)
    await count(row, 'Zones', c.zones)
    await text(row, 'Capacity each', c.capacity)
    if (c.settings.memory) await text(row, 'Memory each', c.settings.memory)
  }
  const linked = await main.getByRole('listitem', { name: /^link \d+$/ }).count()
  const routes = await main.getByRole('listitem', { name: /^link \d+$/ }).evaluateAll(rows =>
    rows.map(row =>
      [...row.querySelectorAll('select')]
        .slice(0, 2)
        .map(s => s.value)
        .join('>'),
    ),
  )
  let more = linked
  for (const l of links) {
    const at = routes.indexOf(`${to(l.from)}>${to(l.to)}`)
    let row = record('link', at + 1)
    if (at < 0) {
      more += 1
      await hands.push(main.getByRole('button', { name: 'Add a link' }))
      row = record('link', more)
      await ref(row, 'From', l.from)
      await ref(row, 'To', l.to)
    }
    if (l.mode === 'async') await word(row, 'Mode', l.mode)
    await text(row, 'Timeout', l.timeout)
    await count(row, 'Retries', l.retries)
    await text(row, 'Dedupe key', l.dedupeKey)
    await text(row, 'When it fails', l.fallback)
  }

  await part('Data')
  for (const [i, s] of submission.data.entries()) {
    const row = await add('store', i + 1)
    ids.set(s.id, `store-${i + 1}`)
    await text(row, 'Entity', s.entity)
    await ref(row, 'Kept in', s.component)
    await text(row, 'Bytes a record', s.bytes)
    await text(row, 'Records', s.records)
    await text(row, 'Partition key', s.partitionKey)
    await text(row, 'Different key values', s.partitionKeyValues)
    await text(row, 'Sort key', s.sortKey)
    await word(row, 'Sharding', s.sharding.strategy)
    if (s.sharding.strategy !== 'none') await text(row, 'Shards', s.sharding.count)
    await count(row, 'Copies', s.replication.factor)
    await word(row, 'Replication', s.replication.mode)
    await word(row, 'Consistency of reads', s.consistency)
    await word(row, 'Hot keys', s.hotKey)
    await text(row, 'Backup every', s.backupInterval)
    for (const [j, a] of s.access.entries()) {
      const inner = await add('access pattern', j + 1, row)
      await word(inner, 'Operation', a.operation)
      await text(inner, 'Looked up by', a.by)
      await text(inner, 'Rate', a.rate)
    }
  }

  await part('Decisions')
  for (const [i, d] of submission.decisions.entries()) {
    if (i === 0) await add('decision', 1)
    else await hands.click(main.getByRole('button', { name: 'Add a decision' }))
    const row = record('decision', i + 1)
    await word(row, 'About', d.aspect)
    await text(row, 'Question', d.question)
    await text(row, 'Chosen', d.chosen)
    await ref(row, 'Driven by', d.driver)
    await word(row, 'Gives up', d.givesUp.quality)
    await text(row, 'How much of it', d.givesUp.amount)
    for (const [j, a] of d.alternatives.entries()) {
      const inner = await add('alternative', j + 1, row)
      await text(inner, 'Alternative', a.option)
      await word(inner, 'Loses on', a.rejectedOn)
      await text(inner, 'Because', a.because)
    }
  }

  await part('Failures')
  for (const [i, f] of submission.failures.entries()) {
    const row = await add('failure', i + 1)
    await word(row, 'Scope', f.scope)
    await ref(row, 'Component', f.component)
    await text(row, 'What fails', f.what)
    await word(row, 'Shown by', f.detection)
    await text(row, 'Blast radius', f.blastRadius)
    await text(row, 'RTO', f.rto)
    await text(row, 'RPO', f.rpo)
    await text(row, 'What happens, and what you do', f.effect)
  }

  await part('Operations')
  for (const [i, a] of submission.operations.alarms.entries()) {
    const row = await add('alarm', i + 1)
    await word(row, 'Signal', a.signal)
    await ref(row, 'Component', a.component)
    await text(row, 'Threshold', a.threshold)
    await ref(row, 'Guards', a.objective)
  }
  const { deployment, rollback } = submission.operations
  await word(main, 'Strategy', deployment.strategy)
  await word(main, 'Roll back on', rollback.metric)
  await text(main, 'Past', rollback.threshold)
  await count(main, 'Within minutes', rollback.minutes)
  await answer(main, 'Old version reads new data', rollback.schemaCompatible)

  await part('Security')
  for (const [i, c] of submission.security.entries()) {
    const row = await add('control', i + 1)
    await word(row, 'Threat', c.threat)
    await ref(row, 'At', c.component)
    await text(row, 'Control', c.control)
  }

  if (submission.cost.monthly !== '' || submission.cost.lines.length > 0) {
    await part('Cost')
    await text(main, 'In all, a month', submission.cost.monthly)
    for (const [i, l] of submission.cost.lines.entries()) {
      const row = await add('line', i + 1)
      await text(row, 'Item', l.item)
      await ref(row, 'Component', l.component)
      await text(row, 'A month', l.amount)
    }
  }

  await part('Predictions')
  await ref(main, 'At 10x, first to break', submission.predictions.at10x.component)
  await ref(main, 'At 100x, first to break', submission.predictions.at100x.component)
  return hands.total()
}
