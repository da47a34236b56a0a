import Link from 'next/link'
import { Notice } from '#components/ui/notice.tsx'
import { dayOfAttempt } from '#server/days/service.ts'

/** The way back to the interview day that an attempt was sat in. */
export async function DayNotice({ userId, attemptId }: { userId: string; attemptId: string }) {
  const found = await dayOfAttempt(userId, attemptId)
  return found ? (
    <Notice className="mb-5 print:hidden">
      This mock is part of an interview day. <Link href={`/days/${found.dayId}`}>Back to its timetable</Link>
    </Notice>
  ) : null
}
