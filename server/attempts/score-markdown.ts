import type { ScoreReport } from '#engine/rubric/score-report.ts'

const words = {
  above: 'above the bar',
  at: 'at the bar',
  near: 'near the bar',
  below: 'below the bar',
  'not measured': 'not measured',
} as const
const marks = { met: 'met', partly: 'partly', missed: 'missed', unsure: 'look yourself' } as const
const percent = (share: number | null) => (share === null ? '' : ` (${Math.round(share * 100)}% of the weighted points)`)

/** A score for people, as Markdown: bands, tiers, the estimate table, each criterion with its mend. `inline` makes any text harmless. */
export function scoreToMarkdown(report: ScoreReport, inline: (text: string) => string): string {
  const levels = (['L6', 'L7'] as const).map(level => {
    const { band, score, cappedBy } = report.levels[level]
    const held =
      cappedBy.length > 0
        ? `, held back by a must-have: ${cappedBy.map(id => inline(report.criteria.find(c => c.id === id)?.question ?? id)).join(' ')}`
        : ''
    return `- **${level}**: ${words[band]}${percent(score)}${held}`
  })
  const { verified, claimed, selfAssessed } = report.tiers
  const estimates = report.estimates.map(
    e =>
      `| ${[e.ask, e.text.stated || '–', e.text.recomputed || '–', e.text.reference || 'no one value', e.ratio === null ? '–' : `${Number(e.ratio.toPrecision(3))}x`, e.slip ? `${e.verdict}: ${e.slip.explanation}` : e.verdict].map(inline).join(' | ')} |`,
  )
  const dimensions = report.dimensions.flatMap(d => {
    const inIt = report.criteria.filter(c => c.dimension === d.id)
    if (inIt.length === 0) return []
    const lines = inIt.flatMap(c => [
      `- **${marks[c.verdict]}** ${inline(c.question)}${c.tier === 'verified' ? ` (${c.earned} of ${c.possible})` : ` (${c.tier})`}`,
      `  ${inline(c.reason)}`,
      ...(c.verdict === 'met' ? [] : [`  Mend: ${inline(c.mend)}`]),
    ])
    return [`### ${inline(d.title)}: ${d.earned} of ${d.possible}`, lines.join('\n')]
  })
  return [
    levels.join('\n'),
    `Tiers, never added up: verified ${verified.earned} of ${verified.possible}; claimed ${claimed.earned} of ${claimed.possible}; self-assessed ${selfAssessed.earned} of ${selfAssessed.possible}.`,
    ...(estimates.length > 0
      ? [
          [
            '| Asked | Stated | From your own numbers | Reference | Ratio | Verdict |',
            '|---|---|---|---|---|---|',
            ...estimates,
          ].join('\n'),
        ]
      : []),
    ...dimensions,
    `Engine ${report.engine}, content ${report.content}, seed ${report.seed}.`,
  ].join('\n\n')
}
