import { formatPath as formatSubmissionPath, parseSubmission } from '#engine/design/parse-submission.ts'
import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import { scoreSubmission } from '#engine/rubric/score-submission.ts'
import { compileDrill } from '../compile-drill.ts'
import type { Problem } from '../problem.ts'
import type { Content, DrillSource, ExemplarSource } from '../source/content.ts'
import { didYouMean, problemAt, type Rule } from './rule.ts'

/** Every exemplar is a submission that parses, and it gets the bands, the range and the verdicts that it says it must get. */
export const exemplars: Rule = content =>
  content.drills.flatMap(drill =>
    drill.exemplars.flatMap(exemplar => [
      ...verdictNames(drill, exemplar),
      ...proof(exemplar, compileDrill(content, drill, exemplar), content),
    ]),
  )

function verdictNames(drill: DrillSource, exemplar: ExemplarSource): Problem[] {
  const ids = new Set(drill.criteria.value.criteria.map(criterion => criterion.id))
  return Object.keys(exemplar.value.expects.verdicts).flatMap(id => {
    if (ids.has(id)) return []
    const place = exemplar.document.at(['expects', 'verdicts', id], 'key')
    return [
      problemAt(
        'exemplars',
        place,
        `expects a verdict on "${id}", which the rubric does not have`,
        didYouMean(id, ids, 'remove the line'),
      ),
    ]
  })
}

function proof(exemplar: ExemplarSource, compiled: CompiledDrill | undefined, content: Content): Problem[] {
  const { document, value } = exemplar
  const parsed = parseSubmission(value.submission)
  if (!parsed.ok) {
    return parsed.problems.map(problem =>
      problemAt(
        'exemplars',
        document.at(['submission', ...problem.path]),
        `${formatSubmissionPath(problem.path)} ${problem.message}`,
        'correct the submission',
      ),
    )
  }
  if (!compiled || content.scoring === undefined) return []
  const report = scoreSubmission(compiled, { submission: parsed.submission }, { seed: 1 })
  const { earned, possible } = report.tiers.verified
  const percent = possible === 0 ? 0 : (100 * earned) / possible
  const [low, high] = value.expects.verified
  const bands = (['L6', 'L7'] as const).filter(level => report.bands[level] !== value.expects.bands[level])
  const verdicts = new Map(report.criteria.map(criterion => [criterion.id, criterion]))
  return [
    ...report.worksheet.errors.map(error =>
      problemAt(
        'exemplars',
        document.at(['submission', 'worksheet']),
        `worksheet line ${error.line}: ${error.message}`,
        'correct the line',
      ),
    ),
    ...bands.map(level =>
      problemAt(
        'exemplars',
        document.at(['expects', 'bands', level]),
        `gets "${report.bands[level]}" for ${level}, and "${value.expects.bands[level]}" is expected`,
        'correct the exemplar, the rubric or what is expected',
      ),
    ),
    ...(percent >= low && percent <= high
      ? []
      : [
          problemAt(
            'exemplars',
            document.at(['expects', 'verified']),
            `gets ${percent.toFixed(1)}% of the verified points, and ${low} to ${high} is expected`,
            'correct the exemplar, the rubric or the range',
          ),
        ]),
    ...Object.entries(value.expects.verdicts).flatMap(([id, expected]) => {
      const found = verdicts.get(id)
      if (!found || found.verdict === expected) return []
      const message = `gets "${found.verdict}" on ${id} (${found.reason}), and "${expected}" is expected`
      return [
        problemAt(
          'exemplars',
          document.at(['expects', 'verdicts', id]),
          message,
          'correct the exemplar, the criterion or what is expected',
        ),
      ]
    }),
  ]
}
