import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { compileDrill } from '#catalog/compile-drill.ts'
import { compileMdx } from '#catalog/lesson/compile-mdx.ts'
import type { Content } from '#catalog/source/content.ts'
import { readContent } from '#catalog/source/read-content.ts'
import { readTree } from '#catalog/source/read-tree.ts'
import { parseSubmission } from '#engine/design/parse-submission.ts'
import { emptySubmission, type Submission } from '#engine/design/submission.ts'
import { templates } from '#engine/design/templates.ts'
import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import { scoreSubmission } from '#engine/rubric/score-submission.ts'

let content: Content

beforeAll(async () => {
  content = (await readContent(await readTree([{ folder: resolve('content'), shown: 'content' }]), compileMdx)).content
}, 60_000)

/** A design as far as it is drawn, with the other parts still to be written. */
const drawnOnly = ({ requirements, architecture }: Submission): Submission => ({ ...emptySubmission, requirements, architecture })

const earned = (compiled: CompiledDrill, submission: Submission) => {
  const { tiers } = scoreSubmission(compiled, { submission }, { seed: 1 })
  return tiers.verified.earned + tiers.claimed.earned
}

describe('templates', () => {
  it('earn nothing in any drill, neither on an empty page nor on a design that is drawn', () => {
    const tried: string[] = []
    for (const source of content.drills) {
      const compiled = compileDrill(content, source)
      if (!compiled) throw new Error(`no drill ${source.slug}`)
      const exemplars = source.exemplars.flatMap(({ value }) => {
        const parsed = parseSubmission(value.submission)
        return parsed.ok ? [drawnOnly(parsed.submission)] : []
      })
      for (const start of [emptySubmission, ...exemplars]) {
        const before = earned(compiled, start)
        for (const { id, apply } of templates) {
          tried.push(id)
          expect(earned(compiled, apply(start, compiled.kinds)), `${source.slug}: ${id}`).toBeLessThanOrEqual(before)
        }
        const all = templates.reduce((now, { apply }) => apply(now, compiled.kinds), start)
        expect(earned(compiled, all), `${source.slug}: all of them`).toBeLessThanOrEqual(before)
      }
    }
    expect(tried.length).toBeGreaterThan(templates.length * content.drills.length)
  }, 60_000)
})
