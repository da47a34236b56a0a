import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')

/** A file that breaks the rule beside it, and nothing else needs to exist but what it imports. */
const planted: Readonly<Record<string, readonly [file: string, source: string]>> = {
  'no-cycles': ['catalog/cycle-a.ts', "import './cycle-b.ts'"],
  'nothing-imports-tests': ['server/uses-tests.ts', "import '#tests/helper.ts'"],
  'engine-imports-itself': ['engine/design/uses-server.ts', "import '#server/secret.ts'"],
  'engine-needs-no-platform': ['engine/design/uses-node.ts', "import 'node:fs'"],
  'engine-libraries': ['engine/design/uses-yaml.ts', "import 'yaml'"],
  'ts-fsrs-in-recall-only': ['engine/plan/uses-fsrs.ts', "import 'ts-fsrs'"],
  'engine-order-quantity': ['engine/quantity/uses-worksheet.ts', "import '#engine/worksheet/leaf.ts'"],
  'engine-order-worksheet': ['engine/worksheet/uses-rubric.ts', "import '#engine/rubric/leaf.ts'"],
  'engine-order-rubric': ['engine/rubric/uses-interview.ts', "import '#engine/interview/leaf.ts'"],
  'catalog-imports-engine': ['catalog/uses-server.ts', "import '#server/secret.ts'"],
  'components-import-engine': ['components/uses-server.tsx', "import '#server/secret.ts'\nexport const X = () => <p>x</p>"],
  'components-need-no-platform': ['components/uses-node.tsx', "import 'node:fs'"],
  'server-imports-engine-and-catalog': ['server/uses-components.ts', "import '#components/leaf.tsx'"],
  'app-is-not-imported': ['server/uses-app.ts', "import '#app/leaf.tsx'"],
  'cli-imports': ['cli/uses-components.ts', "import '#components/leaf.tsx'"],
  'cli-server-for-three-commands-only': ['cli/commands/score.ts', "import '#server/secret.ts'"],
}

const leaves = {
  'catalog/cycle-b.ts': "import './cycle-a.ts'",
  'tests/helper.ts': 'export const x = 1',
  'server/secret.ts': 'export const x = 1',
  'engine/worksheet/leaf.ts': 'export const x = 1',
  'engine/rubric/leaf.ts': 'export const x = 1',
  'engine/interview/leaf.ts': 'export const x = 1',
  'components/leaf.tsx': 'export const x = <p>x</p>',
  'app/leaf.tsx': 'export const x = <p>x</p>',
}

let folder = ''
let broken = new Set<string>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenfold-structure-'))
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs']) await cp(join(root, file), join(folder, file))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [file, source] of [...Object.values(planted), ...Object.entries(leaves)]) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), source)
  }
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [
    cruiser,
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    'engine',
    'catalog',
    'server',
    'app',
    'components',
    'cli',
  ]
  const { stdout } = await run(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }).catch(error => error)
  const report = JSON.parse(stdout)
  broken = new Set(report.summary.violations.map((v: { from: string; rule: { name: string } }) => `${v.rule.name} ${v.from}`))
}, 60_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the import rules', () => {
  it.each(Object.entries(planted))('catch a planted violation of %s', (rule, [file]) => {
    expect([...broken]).toContain(`${rule} ${file}`)
  })
})
