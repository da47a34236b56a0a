import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getCatalog } from '#catalog/catalog.ts'
import { PackView } from '#components/interviewer/pack-view.tsx'
import { ScoringSheet } from '#components/interviewer/scoring-sheet.tsx'
import { Mdx } from '#components/lesson/mdx.tsx'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { PrintButton } from '#components/ui/print-button.tsx'
import { interviewerPack } from '#engine/interview/pack.ts'
import { listAttempts } from '#server/attempts/service.ts'
import { requireUser } from '#server/auth/current-user.ts'

export const metadata: Metadata = { title: "Interviewer's pack" }

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ as?: string | string[] }> }

/** Nothing of the drill's private half is sent before somebody says that they are the interviewer. */
export default async function InterviewerPage({ params, searchParams }: Props) {
  const { slug } = await params
  const { as } = await searchParams
  const user = await requireUser(`/drills/${slug}/interviewer`)
  const found = (await getCatalog()).drill(slug)
  if (!found) notFound()
  const { title } = found.compiled.drill
  if (as !== 'interviewer') {
    const attempts = await listAttempts(user.id, { drill: slug })
    return <Warning title={title} slug={slug} open={attempts.some(a => a.handedInAtMs === null)} />
  }
  const pack = interviewerPack(found.compiled)
  return (
    <Page
      title={`Interviewer's pack: ${title}`}
      lead="For whoever asks the questions. The candidate must not see it: a second screen, or paper."
      actions={<PrintButton label="Print the pack" />}
    >
      <PackView pack={pack} prompt={<Mdx code={found.prompt.code} />} />
      <ScoringSheet sheet={pack.sheet} />
    </Page>
  )
}

function Warning({ title, slug, open }: { title: string; slug: string; open: boolean }) {
  return (
    <Page title={`Interviewer's pack: ${title}`} lead="What a friend needs to hold this interview in place of the app.">
      <Notice tone="attention" title="It spoils the drill for whoever is to sit it">
        The pack holds every fact, every probe and every curveball with its strong answer. Once you have read it, a score of yours
        in this drill says nothing any more.
        {open ? ' A sitting of this drill is open in this account: if it is yours, do not go on.' : ''}
      </Notice>
      <h2 className="mt-6 mb-2 text-lg font-semibold">How it works</h2>
      <ol className="list-decimal space-y-1 pl-5">
        <li>The candidate sits the drill, with the clock or as a mock interview, and talks while working.</li>
        <li>The interviewer opens this pack elsewhere, or prints it, and asks, answers and grades.</li>
        <li>After the hand-in the candidate enters the grades on the page of the attempt. They stand beside the engine's.</li>
      </ol>
      <div className="mt-6 flex flex-wrap gap-3">
        {/* A form, not a link: nothing fetches the pack before the button is pressed. */}
        <form method="get" action={`/drills/${slug}/interviewer`}>
          <Button type="submit" name="as" value="interviewer" variant="primary">
            I am the interviewer
          </Button>
        </form>
        <LinkButton href={`/drills/${slug}`}>I want to sit it</LinkButton>
      </div>
    </Page>
  )
}
