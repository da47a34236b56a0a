import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getCatalog } from '#catalog/catalog.ts'
import { Workspace } from '#components/drill/workspace.tsx'
import { Mdx } from '#components/lesson/mdx.tsx'
import { toPublicDrill } from '#engine/drill/drill.ts'
import { loadAttempt } from '#server/attempts/service.ts'
import { requireUser } from '#server/auth/current-user.ts'

export const metadata: Metadata = { title: 'Sitting' }

export default async function SittingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const user = await requireUser(`/sit/${id}`)
  const attempt = await loadAttempt(user.id, id)
  if (!attempt) notFound()
  if (attempt.handedInAtMs !== null) redirect(`/attempts/${id}`)
  const catalog = await getCatalog()
  const prompt = catalog.drill(attempt.drillSlug)?.prompt
  const { drill, kinds } = attempt.drill
  return (
    <Workspace
      data={{
        attemptId: id,
        mode: attempt.mode,
        drill: toPublicDrill(
          drill,
          attempt.questions.flatMap(q => q.factId ?? []),
        ),
        kinds,
        submission: attempt.submission,
        headId: attempt.headId,
        savedAtMs: attempt.savedAtMs,
        startedAtMs: attempt.startedAtMs,
        endsAtMs: attempt.endsAtMs,
        serverNowMs: attempt.serverNowMs,
        minutes: attempt.minutes ?? drill.minutes,
      }}
      prompt={prompt ? <Mdx code={prompt.code} /> : null}
    />
  )
}
