import type { Submission } from '#engine/design/submission.ts'

/** The parts of the submission, in the order in which an interview reaches them. */
export const parts = [
  { id: 'requirements', title: 'Requirements', about: 'What users can do, and how well it must work. Numbers, not adjectives.' },
  {
    id: 'questions',
    title: 'Questions',
    about: 'Ask what the prompt leaves open. What nobody answers is yours to assume, and to say.',
  },
  {
    id: 'estimates',
    title: 'Estimates',
    about: 'Work in the worksheet; state the answers here, as quantities or by their names.',
  },
  { id: 'api', title: 'API', about: 'The calls that carry the main job, and what happens when one is repeated.' },
  {
    id: 'architecture',
    title: 'Architecture',
    about: 'Type a route and it is drawn: client > load balancer > web > cache > db.',
  },
  { id: 'data', title: 'Data', about: 'Each store: what a record is, how it is found, split, copied and kept safe.' },
  { id: 'decisions', title: 'Decisions', about: 'What you chose over what, what that gives up, and which number drove it.' },
  { id: 'failures', title: 'Failures', about: 'What breaks, how you would notice, how far it reaches, how you get back.' },
  { id: 'operations', title: 'Operations', about: 'Alarms that guard an objective, how a change goes out, how it comes back.' },
  { id: 'security', title: 'Security', about: 'Who would abuse this, and what stops them.' },
  { id: 'cost', title: 'Cost', about: 'A month by line, and the levers that bring it down.' },
  { id: 'evolution', title: 'Evolution', about: 'What changes at ten times the load, and the steps that get there safely.' },
  { id: 'organization', title: 'Teams', about: 'Who owns which part, and what the teams offer each other.' },
  {
    id: 'predictions',
    title: 'Predictions',
    about: 'What breaks first at 10x and at 100x? Say it before anything is simulated.',
  },
] as const

export type PartId = (typeof parts)[number]['id']

/** The fields of the submission that a part of the workspace writes. */
export const fieldsOf = (part: PartId): readonly string[] =>
  part === 'estimates' ? ['worksheet', 'assumptions', 'answers'] : [part]

/** How many records or fields of a part say something: a count for the list of parts, not a judgement. */
export function filled(submission: Submission, part: PartId): number {
  const some = (...texts: string[]) => texts.filter(text => text.trim() !== '').length
  const { requirements, architecture, operations, cost, evolution, predictions } = submission
  switch (part) {
    case 'requirements':
      return requirements.functional.length + requirements.nonFunctional.length
    case 'questions':
      return submission.questions.length
    case 'estimates':
      return some(...submission.assumptions.map(a => a.value), ...submission.answers.map(a => a.stated))
    case 'architecture':
      return architecture.components.length + architecture.flows.length
    case 'operations':
      return (
        operations.alarms.length + operations.runbook.length + some(operations.deployment.strategy, operations.rollback.metric)
      )
    case 'cost':
      return cost.lines.length + cost.levers.length + some(cost.monthly)
    case 'evolution':
      return evolution.triggers.length + evolution.steps.length
    case 'predictions':
      return some(predictions.at10x.component, predictions.at100x.component)
    default:
      return submission[part].length
  }
}
