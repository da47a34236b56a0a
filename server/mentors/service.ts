import 'server-only'
import type { AttemptDeps } from '../attempts/deps.ts'
import { attemptDeps } from '../attempts/service.ts'
import * as reviews from './reviews.ts'

const bound =
  <Rest extends readonly unknown[], Answer>(run: (deps: AttemptDeps, ...rest: Rest) => Promise<Answer>) =>
  async (...rest: Rest): Promise<Answer> =>
    run(await attemptDeps(), ...rest)

/** What is shared with a mentor. */
export const listMentored = bound(reviews.listMentored)
/** An attempt as its mentor sees it: blind until done. */
export const mentorView = bound(reviews.mentorView)
/** A mentor's verdict on a criterion. */
export const judgeAsMentor = bound(reviews.judgeAsMentor)
/** A mentor's comment. */
export const commentAsMentor = bound(reviews.commentAsMentor)
/** Ends a mentor's scoring. */
export const finishMentorReview = bound(reviews.finishMentorReview)
/** Whom an attempt can be shared with. */
export const listMentors = bound(reviews.listMentors)
/** Shows an attempt to a mentor. */
export const shareWithMentor = bound(reviews.shareWithMentor)
/** Takes it back. */
export const withdrawFromMentor = bound(reviews.withdrawFromMentor)
/** What mentors say of one's own attempt. */
export const mentorReviewsOf = bound(reviews.mentorReviewsOf)
