import { test } from 'vitest'
import { diagnose } from '#engine/sizing/slips/diagnose.ts'
import { evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
test('x', () => {
  const long = Array.from({ length: 500 }, (_, i) => i === 0 ? 'x0 = 100M /month' : `x${i} = x${i - 1} * 1.01 + 5 /s`).join('\n')
  const wide = Array.from({ length: 250 }, (_, i) => `y${i} = ${i+2} /s\nz${i} = ${i === 0 ? 'y0' : `z${i-1} + y${i}`}`).join('\n')
  for (const [sheet, name] of [[long, 'x499'], [wide, 'z249']] as const) {
    for (let i = 0; i < 3; i++) {
    const t = performance.now()
    const r = diagnose({ worksheet: sheet, name, stated: '1234567 /s' })
    console.log('ms', performance.now() - t, r.ok && r.diagnosis.slips.length)
    }
  }
  const t = performance.now(); for (let i = 0; i < 20; i++) evaluateWorksheet(long); console.log('eval', (performance.now() - t) / 20)
}, 100000)
