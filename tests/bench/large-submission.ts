import { emptySubmission, type Submission, submissionSchema } from '#engine/design/submission.ts'

const TARGET_BYTES = 100_000
const words =
  'the a of to and request write read cache store shard replica latency because when fails retry queue region zone user link redirect code hash counter key range partition hot expire stale strong eventual quorum leader follower backup restore alarm rollback deploy canary budget cost storage bandwidth peak average ratio index page cursor token limit tenant throttle shed timeout hedge batch stream offset consumer lag snapshot'.split(
    ' ',
  )

/** A seeded generator of numbers from 0 to 1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = <T>(items: readonly T[], random: () => number): T | undefined => items[Math.floor(random() * items.length)]

function prose(length: number, random: () => number): string {
  let text = ''
  // A number now and then, as people write, keeps it from packing too well.
  while (text.length < length) text += `${random() < 0.15 ? Math.floor(random() * 100_000) : (pick(words, random) ?? '')} `
  return text.slice(0, length)
}

/** A submission of about so many bytes in the words of the trade: prose in every box, a long worksheet, many records. */
export function largeSubmission(random: () => number, bytes = TARGET_BYTES): Submission {
  const worksheet = Array.from(
    { length: Math.round(bytes / 400) },
    (_, n) => `x_${n} = ${Math.floor(random() * 1e6)} * 3 # ${prose(20, random)}`,
  ).join('\n')
  const decisions: unknown[] = []
  const draft = (): unknown => ({ ...emptySubmission, worksheet, decisions })
  while (JSON.stringify(draft()).length < bytes) {
    const text = () => prose(300, random)
    decisions.push({
      id: `d${decisions.length}`,
      question: prose(60, random),
      chosen: prose(40, random),
      alternatives: [{ id: 'a', option: prose(30, random), because: text() }],
      impact: { customer: text(), operations: text(), cost: text(), risk: text() },
      reverseWhen: prose(100, random),
    })
  }
  return submissionSchema.parse(draft())
}

/** Two seconds of work: mostly a dozen characters somewhere in a text, now and then another record. */
export function editOnce(submission: Submission, random: () => number): Submission {
  const typed = prose(12, random)
  const insert = (text: string) => {
    const at = Math.floor(random() * text.length)
    // What is typed here is deleted there: the size stays.
    return `${text.slice(0, at)}${typed}${text.slice(at + typed.length)}`
  }
  const chance = random()
  if (chance < 0.3) {
    const lines = submission.worksheet.split('\n')
    const at = Math.floor(random() * lines.length)
    return {
      ...submission,
      worksheet: lines.with(at, `x_${at} = ${Math.floor(random() * 1e6)} * 3 # ${prose(20, random)}`).join('\n'),
    }
  }
  if (chance < 0.33) {
    const api = { id: `m${Math.floor(random() * 1e9)}`, method: 'GET', path: '/v1/urls', purpose: typed }
    return submissionSchema.parse({ ...submission, api: [...submission.api.slice(-20), api] })
  }
  const at = Math.floor(random() * submission.decisions.length)
  return {
    ...submission,
    decisions: submission.decisions.map((d, n) =>
      n === at ? { ...d, impact: { ...d.impact, cost: insert(d.impact.cost) } } : d,
    ),
  }
}

/** Five seconds of typing: some words at the end of a text, now and then a line of the worksheet or another record. It grows by what is typed. */
export function growOnce(submission: Submission, random: () => number): Submission {
  const typed = prose(20 + Math.floor(random() * 20), random)
  const chance = random()
  if (chance < 0.2) {
    const name = Math.floor(random() * 1e9)
    return { ...submission, worksheet: `${submission.worksheet}\nn_${name} = ${Math.floor(random() * 1e6)} * 3` }
  }
  if (chance < 0.23) {
    const api = { id: `m${Math.floor(random() * 1e9)}`, method: 'GET', path: '/v1/urls', purpose: typed }
    return submissionSchema.parse({ ...submission, api: [...submission.api.slice(-20), api] })
  }
  const at = Math.floor(random() * submission.decisions.length)
  const decisions = submission.decisions.map((d, n) =>
    // A text has a limit of its own: a full one is begun again.
    n === at ? { ...d, impact: { ...d.impact, risk: `${d.impact.risk.length > 700 ? '' : d.impact.risk}${typed}` } } : d,
  )
  return { ...submission, decisions }
}

/** Far more than anybody does between two saves: the texts of three decisions replaced, one decision moved to the top, the worksheet renumbered. */
export function rewriteOnce(submission: Submission, random: () => number): Submission {
  const count = submission.decisions.length
  const changed = new Set([0, 1, 2].map(() => Math.floor(random() * count)))
  const rewritten = submission.decisions.map((d, n) => {
    const text = () => prose(300, random)
    return changed.has(n) ? { ...d, impact: { customer: text(), operations: text(), cost: text(), risk: text() } } : d
  })
  const from = Math.floor(random() * count)
  const moved = rewritten.slice(from, from + 1)
  const shift = Math.floor(random() * 1000)
  return {
    ...submission,
    decisions: [...moved, ...rewritten.toSpliced(from, 1)],
    worksheet: submission.worksheet.replace(/^x_(\d+) = \d+/gm, (_, n) => `x_${n} = ${shift + Number(n)}`),
  }
}
