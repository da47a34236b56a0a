import { emptySubmission } from '#engine/design/submission.ts'
import type { Problem } from '../problem.ts'
import type { DrillSource } from '../source/content.ts'
import { didYouMean, problemAt, type Rule } from './rule.ts'

/** The four submissions that every design drill is proved with. */
const exemplarNames = ['strong', 'solid', 'weak', 'empty-but-long'] as const

const submissionParts = Object.keys(emptySubmission).filter(part => part !== 'schema')

/** A drill is called as its folder is, its phases fill its minutes, and it is proved with exemplars. */
export const drillShape: Rule = content =>
  content.drills.flatMap(({ slug, drill, exemplars }) => {
    const { value, document } = drill
    const minutes = value.phases.reduce((sum, phase) => sum + phase.minutes, 0)
    const names = exemplars.map(exemplar => exemplar.name)
    const absent = value.practiceOnly ? (names.length > 0 ? [] : ['solid']) : exemplarNames.filter(name => !names.includes(name))
    return [
      ...(value.slug === slug
        ? []
        : [
            problemAt(
              'drill-shape',
              document.at(['slug']),
              `is "${value.slug}", but the folder is called "${slug}"`,
              'give both one name',
            ),
          ]),
      ...(Math.abs(minutes - value.minutes) < 1e-9
        ? []
        : [
            problemAt(
              'drill-shape',
              document.at(['phases']),
              `has phases of ${minutes} minutes in all, and the drill has ${value.minutes}`,
              'make the phases fill the time',
            ),
          ]),
      ...absent.map(name =>
        problemAt(
          'drill-shape',
          document.at([]),
          `has no exemplar "${name}"`,
          `add exemplars/${name}.yaml with what it must get`,
        ),
      ),
      ...timeProblems(drill),
    ]
  })

/** Phases are about parts that a submission has; curveballs land within the sitting. */
function timeProblems({ value, document }: DrillSource['drill']): Problem[] {
  return [
    ...value.phases.flatMap((phase, p) =>
      phase.parts.flatMap((part, i) => {
        if (submissionParts.includes(part)) return []
        const mend = didYouMean(part, submissionParts, `use one of: ${submissionParts.join(', ')}`)
        const place = document.at(['phases', p, 'parts', i])
        return [problemAt('drill-shape', place, `names "${part}", which is not a part of a submission`, mend)]
      }),
    ),
    ...value.curveballs.flatMap((curveball, i) =>
      curveball.minute < value.minutes
        ? []
        : [
            problemAt(
              'drill-shape',
              document.at(['curveballs', i, 'minute']),
              'comes when the time is up',
              'let it come earlier',
            ),
          ],
    ),
  ]
}
