import 'server-only'
import { getCatalog } from '#catalog/catalog.ts'
import { engineVersion } from '#engine/rubric/engine-version.ts'
import { scoreSubmission } from '#engine/rubric/score-submission.ts'
import { authSecret } from '../boot.ts'
import { database } from '../db/client.ts'
import { coachingOf as coachingOfWith } from './coach.ts'
import { compareAttempt as compareAttemptWith } from './compare.ts'
import { curveballsOf as curveballsOfWith, interviewOf as interviewOfWith } from './curveballs.ts'
import type { AttemptDeps } from './deps.ts'
import { exportAttempt as exportAttemptWith } from './export-attempt.ts'
import { exportBundle as exportBundleWith } from './export-bundle.ts'
import {
  friendsBesideEngine as friendsBesideEngineWith,
  removeFriendReview as removeFriendReviewWith,
  saveFriendReview as saveFriendReviewWith,
} from './friend-reviews.ts'
import { handIn as handInWith } from './hand-in.ts'
import { appealsOf as appealsOfWith, ownVerdicts as ownVerdictsWith, saveJudgement as saveJudgementWith } from './judgements.ts'
import { saveLateDraft as saveLateDraftWith } from './late-draft.ts'
import { listAttempts as listAttemptsWith, loadAttempt as loadAttemptWith } from './load-attempt.ts'
import { askQuestion as askQuestionWith } from './questions.ts'
import { draftAt as draftAtWith, replayAttempt as replayAttemptWith } from './replay.ts'
import { rescore as rescoreWith, saveNote as saveNoteWith, saveSelfAssessment as saveSelfAssessmentWith } from './review.ts'
import { saveRevision as saveRevisionWith } from './save-revision.ts'
import { scoreHistory as scoreHistoryWith } from './score-history.ts'
import {
  createShareLink as createShareLinkWith,
  listShareLinks as listShareLinksWith,
  openShareLink as openShareLinkWith,
  revokeShareLink as revokeShareLinkWith,
} from './share-link.ts'
import { startAttempt as startAttemptWith } from './start-attempt.ts'

/** The attempts as this process runs them: its database, its clock, its catalog, its engine. Tests give their own. */
export async function attemptDeps(): Promise<AttemptDeps> {
  return {
    db: await database(),
    now: Date.now,
    findDrill: async slug => (await getCatalog()).drill(slug),
    score: scoreSubmission,
    engine: engineVersion,
  }
}

/** The same function without its first argument. */
const bound =
  <Rest extends readonly unknown[], Answer>(run: (deps: AttemptDeps, ...rest: Rest) => Promise<Answer>) =>
  async (...rest: Rest): Promise<Answer> =>
    run(await attemptDeps(), ...rest)

/** Starts a sitting, or answers the open one of that drill. */
export const startAttempt = bound(startAttemptWith)
/** One attempt with all that its pages show; null when it is not this person's. */
export const loadAttempt = bound(loadAttemptWith)
/** Newest first. */
export const listAttempts = bound(listAttemptsWith)
/** The submission as it stood at one revision. */
export const draftAt = bound(draftAtWith)
/** The sitting minute by minute, each minute's draft scored. */
export const replayAttempt = bound(replayAttemptWith)
/** Stores one autosave. */
export const saveRevision = bound(saveRevisionWith)
/** Keeps a draft that came after the clock. */
export const saveLateDraft = bound(saveLateDraftWith)
/** Asks the interviewer. */
export const askQuestion = bound(askQuestionWith)
/** What the interviewer has said so far. */
export const curveballsOf = bound(curveballsOfWith)
/** All that the interviewer of a handed-in mock said, and how the nemesis was met. */
export const interviewOf = bound(interviewOfWith)
/** Hands in and scores, once. */
export const handIn = bound(handInWith)
/** The candidate's own verdict on a criterion. */
export const saveSelfAssessment = bound(saveSelfAssessmentWith)
/** The candidate's own verdict beside the engine's. */
export const saveJudgement = bound(saveJudgementWith)
/** The candidate's verdicts, and how far they agree with the engine. */
export const ownVerdicts = bound(ownVerdictsWith)
/** What the candidate appeals, as test cases. */
export const appealsOf = bound(appealsOfWith)
/** What friends who held the interview marked, beside the engine's score. */
export const friendsBesideEngine = bound(friendsBesideEngineWith)
/** Keeps or changes what a friend marked. */
export const saveFriendReview = bound(saveFriendReviewWith)
/** Deletes what a friend marked. */
export const removeFriendReview = bound(removeFriendReviewWith)
/** The candidate's note on an attempt. */
export const saveNote = bound(saveNoteWith)
/** One more score, by today's engine and drill. */
export const rescore = bound(rescoreWith)
/** Every score, each beside the one before. */
export const scoreHistory = bound(scoreHistoryWith)
/** The cheapest edits and what hangs loose. */
export const coachingOf = bound(coachingOfWith)
/** Beside another attempt of the drill, or an exemplar. */
export const compareAttempt = bound(compareAttemptWith)
/** Markdown and JSON. */
export const exportAttempt = bound(exportAttemptWith)
/** The score with all that it takes to compute it again. */
export const exportBundle = bound(exportBundleWith)
/** A read-only link to a scored attempt. */
export const createShareLink = bound(createShareLinkWith)
/** The links of an attempt. */
export const listShareLinks = bound(listShareLinksWith)
/** Takes a link back. */
export const revokeShareLink = bound(revokeShareLinkWith)
/** What a link shows to whoever has it. */
export const openShareLink = async (token: string, address: string) =>
  openShareLinkWith({ ...(await attemptDeps()), secret: authSecret() }, token, address)
