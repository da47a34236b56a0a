import swc from '@swc/core'

// dependency-cruiser 17 parses by swc without its `tsx` option, and TypeScript 7 has no parser for it to call.
const { parseFileSync } = swc
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })

/** Who may import whom: DESIGN section 2, enforced. tests/structure plants a violation of every rule and expects it to be caught. */
const inside = path => `^${path}/`
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })
const nodeBuiltins = { dependencyTypes: ['core'] }
const source = '^(engine|catalog|server|app|components|cli|proxy|instrumentation)'
const test = '\\.test\\.tsx?$'

/** The order inside the engine: each may import those before it in its row. */
const engineOrder = {
  quantity: [],
  formula: ['quantity'],
  worksheet: ['quantity', 'formula'],
  sizing: ['quantity', 'formula', 'worksheet'],
  design: ['quantity', 'formula', 'worksheet'],
  drill: ['design', 'quantity', 'formula', 'worksheet'],
  architecture: ['design', 'quantity', 'formula', 'worksheet'],
  simulation: ['architecture', 'design', 'quantity', 'formula', 'worksheet'],
  rationale: ['design'],
  rubric: ['rationale', 'simulation', 'architecture', 'sizing', 'drill', 'design', 'worksheet', 'formula', 'quantity'],
  interview: [
    'rubric',
    'rationale',
    'simulation',
    'architecture',
    'sizing',
    'drill',
    'design',
    'worksheet',
    'formula',
    'quantity',
  ],
  sprint: ['sizing', 'worksheet', 'formula', 'quantity'],
  recall: [],
  plan: [],
  reference: ['sizing', 'worksheet', 'formula', 'quantity'],
  checklist: ['drill'],
  search: [],
}

export default {
  forbidden: [
    forbid('no-cycles', { path: source, pathNot: test }, { circular: true }, 'a cycle has no order in which it can be read'),
    forbid('nothing-imports-tests', { path: source, pathNot: test }, { path: inside('tests') }),
    forbid('engine-imports-itself', { path: inside('engine'), pathNot: test }, { pathNot: [inside('engine'), 'node_modules'] }),
    forbid('engine-needs-no-platform', { path: inside('engine'), pathNot: test }, nodeBuiltins),
    forbid(
      'engine-libraries',
      { path: inside('engine'), pathNot: test },
      { path: 'node_modules/', pathNot: 'node_modules/(zod|ts-fsrs|wink-nlp|wink-eng-lite-web-model)/' },
    ),
    forbid(
      'ts-fsrs-in-recall-only',
      { path: inside('engine'), pathNot: '^engine/recall/' },
      { path: '(^|node_modules/)ts-fsrs' },
    ),
    forbid(
      'wink-in-rationale-only',
      { path: inside('engine'), pathNot: '^engine/rationale/' },
      { path: '(^|node_modules/)wink-' },
    ),
    ...Object.entries(engineOrder).map(([folder, allowed]) =>
      forbid(
        `engine-order-${folder}`,
        { path: `^engine/${folder}/`, pathNot: test },
        { path: inside('engine'), pathNot: `^engine/(${[folder, ...allowed].join('|')})/` },
      ),
    ),
    forbid(
      'catalog-imports-engine',
      { path: inside('catalog'), pathNot: test },
      { path: '^(server|app|components|cli|tests|generated/(sqlite|postgresql))/' },
    ),
    forbid(
      'components-import-engine',
      { path: inside('components'), pathNot: test },
      { path: '^(catalog|server|app|cli|tests|generated)/' },
    ),
    forbid('components-need-no-platform', { path: inside('components'), pathNot: test }, nodeBuiltins),
    forbid(
      'server-imports-engine-and-catalog',
      { path: inside('server'), pathNot: test },
      { path: '^(app|components|cli|tests)/' },
    ),
    forbid('app-is-not-imported', { path: '^(engine|catalog|server|components|cli)/', pathNot: test }, { path: inside('app') }),
    forbid('cli-imports', { path: inside('cli'), pathNot: test }, { path: '^(app|components|tests)/' }),
    forbid(
      'cli-server-for-three-commands-only',
      { path: inside('cli'), pathNot: [test, '^cli/commands/(backup|restore|user)'] },
      { path: inside('server') },
    ),
    forbid('no-orphan-dependency', { path: source }, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }, 'not in package.json'),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|generated|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
