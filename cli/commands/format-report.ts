import type { ScoreReport } from '#engine/rubric/score-report.ts'

const percent = (share: number | null) => (share === null ? '' : ` (${Math.round(share * 100)}% of the weighted points)`)
const words = {
  above: 'above the bar',
  at: 'at the bar',
  near: 'near the bar',
  below: 'below the bar',
  'not measured': 'not measured',
} as const
const marks = { met: '+', partly: '~', missed: '-', unsure: '?' } as const

const wrap = (text: string, indent: string, width = 100): string => {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    if (line.length + word.length > width && line.trim() !== '') {
      lines.push(line.trimEnd())
      line = indent
    }
    line += `${word} `
  }
  return [...lines, line.trimEnd()].join('\n')
}

/** The report for people: bands, the tiers side by side, the estimate table, then each criterion with its mend. */
export function formatReport(report: ScoreReport, title: string): string {
  const { tiers, levels } = report
  const tier = (name: string, { earned, possible }: { earned: number; possible: number }) =>
    `  ${name.padEnd(14)} ${possible === 0 ? 'none' : `${earned} of ${possible}`}`
  const levelLines = (['L6', 'L7'] as const).flatMap(level => {
    const { band, score, cappedBy } = levels[level]
    return [
      `  ${level}  ${words[band]}${percent(score)}`,
      ...(cappedBy.length > 0 ? [`      held back by: ${cappedBy.join(', ')}`] : []),
    ]
  })
  const estimates = report.estimates.flatMap(e => [
    `  ${e.verdict.padEnd(10)} ${e.ask}`,
    `             stated ${e.text.stated || 'nothing'}; from your own numbers ${e.text.recomputed || 'nothing'}; reference ${e.text.reference || 'no one value'}`,
    ...(e.slip ? [wrap(e.slip.explanation, '             ')] : []),
  ])
  const criteria = report.dimensions.flatMap(d => {
    const inIt = report.criteria.filter(c => c.dimension === d.id)
    if (inIt.length === 0) return []
    return [
      '',
      `${d.title}: ${d.earned} of ${d.possible}`,
      ...inIt.flatMap(c => [
        wrap(`${marks[c.verdict]} ${c.question}${c.tier === 'verified' ? ` [${c.earned}/${c.possible}]` : ` (${c.tier})`}`, '  '),
        wrap(c.reason, '      '),
        ...c.evidence.map(e => wrap(`${e.at}  ${e.text}`, '      ')),
        ...(c.verdict === 'met' ? [] : [wrap(`Mend: ${c.mend}`, '      ')]),
      ]),
    ]
  })
  return [
    title,
    '',
    ...levelLines,
    '',
    'Tiers (never added up)',
    tier('verified', tiers.verified),
    tier('claimed', tiers.claimed),
    tier('self-assessed', tiers.selfAssessed),
    ...(report.worksheet.errors.length > 0
      ? ['', 'Worksheet', ...report.worksheet.errors.map(e => `  line ${e.line}, column ${e.column}: ${e.message}`)]
      : []),
    ...(estimates.length > 0 ? ['', 'Estimates', ...estimates] : []),
    ...criteria,
    '',
    `Engine ${report.engine}, content ${report.content.slice(0, 12)}, seed ${report.seed}`,
  ].join('\n')
}
