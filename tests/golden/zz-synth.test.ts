import { test } from 'vitest'
import { syntheticRates } from '#tests/bench/synthetic-rates.ts'
import { publishedRates } from '#tests/bench/published-rates.ts'
test('x', () => {
  const r = syntheticRates()
  console.log(`${r.cases} byId ${r.byId} byIdOrFactor ${r.byIdOrFactor} right ${r.right} random ${r.random} invented ${r.invented.length}\n` + r.missed.join('\n') + '\nFALSE OFF\n' + r.falseOff.join('\n') + '\nINVENTED\n' + r.invented.join('\n'))
  const p = publishedRates()
  console.log(`published ${p.named}/${p.rootErrors} ${p.falseOff} ${p.falseSlips} missed: ${p.missed.join('; ')}`)
}, 60000)
