import { describe, expect, it } from 'vitest'
import { changed, contentOf } from '#tests/factories/content.ts'
import { uniqueNames } from './unique-names.ts'

const found = async (changes: Record<string, string | null>) =>
  uniqueNames(await contentOf(changes)).map(p => `${p.file}:${p.line}:${p.column} ${p.path} ${p.message} | ${p.mend}`)

describe('uniqueNames', () => {
  it('finds nothing in sound content', async () => {
    expect(await found({})).toEqual([])
  })
  it('refuses an alias that two kinds have', async () => {
    const [problem] = await found(
      changed(
        'reference/components.yaml',
        'id: service, label: Service, category: compute, purpose: p',
        'id: service, label: Service, category: compute, purpose: p, aliases: [Browser]',
      ),
    )
    expect(problem).toMatch('gives the kind or alias "browser" a second time (first on line 2)')
  })
  it('refuses a target with the name of a fact, since formulas could mean either', async () => {
    const [problem] = await found(changed('drills/small/drill.yaml', 'targets: [{ id: t', 'targets: [{ id: n'))
    expect(problem).toMatch('content/drills/small/drill.yaml:9:17 targets[0].id gives the name in formulas "n" a second time')
  })
})
