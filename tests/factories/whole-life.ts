import { randomUUID } from 'node:crypto'
import type { CatalogCard } from '#engine/recall/card.ts'
import type { SprintTemplate } from '#engine/sprint/template.ts'
import type { AttemptDeps } from '#server/attempts/deps.ts'
import { saveFriendReview } from '#server/attempts/friend-reviews.ts'
import { handIn } from '#server/attempts/hand-in.ts'
import { saveJudgement } from '#server/attempts/judgements.ts'
import { saveLateDraft } from '#server/attempts/late-draft.ts'
import { loadAttempt } from '#server/attempts/load-attempt.ts'
import { askQuestion } from '#server/attempts/questions.ts'
import { saveNote, saveSelfAssessment } from '#server/attempts/review.ts'
import { saveRevision } from '#server/attempts/save-revision.ts'
import { createShareLink } from '#server/attempts/share-link.ts'
import { createDay, startMock } from '#server/days/days.ts'
import type { Database } from '#server/db/client.ts'
import { newId } from '#server/id.ts'
import { commentAsMentor, judgeAsMentor, shareWithMentor } from '#server/mentors/reviews.ts'
import { keepCheckAnswerWith } from '#server/progress/checks.ts'
import { saveLessonProgressWith } from '#server/progress/lessons.ts'
import { addOwnCard, addSlipCard, type RecallDeps, removeOwnCard, reviewCard, undoReview } from '#server/recall/cards.ts'
import { announceRecording, keepPart } from '#server/recordings/recordings.ts'
import { answerSprint, startSprint } from '#server/sprints/sprints.ts'
import { type TestClock, testDeps } from './attempt-deps.ts'
import { makeDrill, makeSubmission } from './compiled-drill.ts'

const DAY_MS = 86_400_000

/** A drill with an estimate to get wrong, prose to judge and a call to draw. */
export const lifeDrill = makeDrill([
  { kind: 'estimate', dimension: 'estimates', target: 'qps' },
  { kind: 'present', dimension: 'architecture', part: 'api', min: 1 },
])

const lifeCards: readonly CatalogCard[] = [1, 2, 3].map(n => ({
  key: `latency/c${n}`,
  lesson: 'latency',
  id: `c${n}`,
  ask: `What is ${n}?`,
  answer: `It is ${n}.`,
}))

const must = <T extends { readonly ok: boolean }>(answer: T): Extract<T, { ok: true }> => {
  const isOk = (given: T): given is Extract<T, { ok: true }> => given.ok
  if (!isOk(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

export const lifeRecall = (db: Database, now: () => number): RecallDeps => ({
  db,
  now,
  cards: async () => lifeCards,
  drillTitle: async slug => slug,
})

/** Sits a timed drill and hands it in: revisions with deltas, a question, a verdict on everything. Answers the attempt's id. */
async function sit(deps: AttemptDeps, clock: TestClock, userId: string, attemptId: string): Promise<void> {
  let parentId: string | null = null
  for (const made of ['100M', '1000M', '1000M /month']) {
    clock.pass(60_000)
    const submission = makeSubmission({
      worksheet: `made = ${made}\n${'# what was thought of it, at length\n'.repeat(20)}`,
      answers: [{ target: 'qps', stated: '1000M /month' }],
    })
    const id = randomUUID()
    must(await saveRevision(deps, userId, attemptId, { id, parentId, submission }))
    parentId = id
  }
  must(await askQuestion(deps, userId, attemptId, 'What is the retention?'))
  clock.pass(60_000)
  must(await handIn(deps, userId, attemptId, {}))
}

/** Does everything that a person can do, so that every table that is about people has rows of this one. Answers the ids of the attempts. */
export async function leadWholeLife(
  db: Database,
  clock: TestClock,
  userId: string,
  mentorId: string,
  templates: readonly SprintTemplate[],
) {
  const deps = testDeps(db, clock.now, lifeDrill)
  const recall = lifeRecall(db, clock.now)
  const at = () => new Date(clock.now())
  const { timeZone } = await db.user.update({
    where: { id: userId },
    data: { level: 'L7', weeklyHours: 11, startDate: '2026-01-05', interviewDate: '2026-03-09', theme: 'dark' },
  })
  await db.openIdLink.create({ data: { issuer: 'https://id.example.org', subject: userId, userId, createdAt: at() } })
  await db.invitation.create({
    data: { id: newId(), tokenHash: newId(), note: 'a friend', createdBy: userId, createdAt: at(), expiresAt: at() },
  })
  await db.calendarFeed.create({ data: { userId, tokenHash: newId(), createdAt: at() } })

  await saveLessonProgressWith({ db, now: clock.now }, userId, 'latency', { done: true })
  await saveLessonProgressWith({ db, now: clock.now }, userId, 'caching', { position: 0.5 })
  await keepCheckAnswerWith({ db, now: clock.now }, userId, 'latency', 'one', true)
  for (const key of ['latency/c1', 'latency/c2', 'latency/c1']) {
    must(await reviewCard(recall, userId, { key, rating: 3 }))
    clock.pass(DAY_MS)
  }
  must(await reviewCard(recall, userId, { key: 'latency/c3', rating: 1 }))
  must(await undoReview(recall, userId))
  clock.pass(1000)
  must(await addOwnCard(recall, userId, { ask: 'What did I forget?', answer: 'The peak.' }))
  clock.pass(1000)
  must(await addOwnCard(recall, userId, { ask: 'And what else?', answer: 'The cost.' }))
  const own = await db.ownCard.findFirstOrThrow({ where: { userId, ask: 'What did I forget?' } })
  must(await reviewCard(recall, userId, { key: `own/${own.id}`, rating: 2 }))
  const other = await db.ownCard.findFirstOrThrow({ where: { userId, ask: 'And what else?' } })
  must(await removeOwnCard(recall, userId, other.id))
  await db.planChange.createMany({
    data: [
      { userId, itemKey: 'lesson:caching', kind: 'pin', day: '2026-01-20', updatedAt: at() },
      { userId, itemKey: 'drill:links', kind: 'skip', day: null, updatedAt: at() },
    ],
  })

  const sprintDeps = { db, now: clock.now, random: () => 0.25, templates: async () => templates }
  const sprint = must(await startSprint(sprintDeps, userId))
  must(await answerSprint(sprintDeps, userId, sprint.id, { place: 0, stated: '1' }))

  const [date = '', time = ''] = new Date(clock.now() + 3_600_000).toLocaleString('sv', { timeZone }).split(' ')
  const sitDeps = testDeps(db, clock.now, lifeDrill)
  const second = testDeps(db, clock.now, makeDrill([], { slug: 'other', title: 'Other' }))
  const both: AttemptDeps = { ...sitDeps, findDrill: async slug => (await sitDeps.findDrill(slug)) ?? second.findDrill(slug) }
  const input = { level: 'L6' as const, drills: ['links', 'other'], breakMinutes: 30, date, time: time.slice(0, 5) }
  const day = must(await createDay(both, userId, input))
  const { attemptId } = must(await startMock(both, userId, day.id, 0))
  await sit(both, clock, userId, attemptId)
  // The second mock is handed in by the clock, and a draft comes late.
  const late = must(await startMock(both, userId, day.id, 1)).attemptId
  must(
    await saveRevision(both, userId, late, {
      id: randomUUID(),
      parentId: null,
      submission: makeSubmission({ worksheet: 'a = 1' }),
    }),
  )
  clock.pass(DAY_MS)
  const draft = { id: randomUUID(), submission: makeSubmission({ worksheet: 'a = 2' }), writtenAtMs: clock.now() - DAY_MS / 2 }
  must(await saveLateDraft(both, userId, late, draft))

  await saveSelfAssessment(deps, userId, attemptId, { criterionId: 'c1', verdict: 'met', span: 'made' })
  await saveNote(deps, userId, attemptId, 'Ask first.')
  clock.pass(1000)
  must(await saveJudgement(deps, userId, attemptId, { criterionId: 'c2', verdict: 'met', reason: 'One call.', appealed: true }))
  must(await saveFriendReview(deps, userId, attemptId, { name: 'Mia', grades: { cost: 'near' }, notes: 'Talk more.' }))
  must(await addSlipCard(recall, userId, attemptId, 'qps'))
  await db.checklistTick.create({ data: { userId, itemKey: `sheet/first@${attemptId}`, at: at() } })
  must(await createShareLink(deps, userId, attemptId, { days: 7 }))
  const sound = new Uint8Array(Buffer.from(`OggS${'.'.repeat(96)}`))
  const recording = { id: randomUUID(), startMs: 0, durationMs: 1000, type: 'audio/ogg' as const, bytes: sound.length }
  const recordings = { db, now: clock.now, mostMegabytes: 1 }
  must(await announceRecording(recordings, userId, attemptId, recording))
  must(await keepPart(recordings, userId, attemptId, recording.id, 0, sound))
  must(await shareWithMentor(deps, userId, attemptId, { mentorId }))
  const judged = { criterionId: 'c1', verdict: 'met' as const, reason: 'It is.', appealed: false }
  must(await judgeAsMentor(deps, mentorId, attemptId, judged))
  must(await commentAsMentor(deps, mentorId, attemptId, { place: 'part:api', text: 'Where are the calls?' }))
  if (!(await loadAttempt(deps, userId, late))?.handedInAtMs) throw new Error('the clock handed nothing in')
  return { attemptId, late, deps: both, dayId: day.id }
}
