import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getCatalog } from '#catalog/catalog.ts'
import { ChooserForm } from '#components/reference/chooser-form.tsx'
import { ChooserTable } from '#components/reference/chooser-table.tsx'
import { ReferenceNav } from '#components/reference/reference-nav.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { slugTitle } from '#engine/plan/slug-title.ts'
import { readAnswers } from '#engine/reference/choose.ts'
import { requireUser } from '#server/auth/current-user.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  return { title: (await getCatalog()).choosers().find(one => one.id === id)?.title ?? 'Chooser' }
}

export default async function ChooserPage({ params, searchParams }: Props) {
  const { id } = await params
  await requireUser(`/reference/choosers/${encodeURIComponent(id)}`)
  const catalog = await getCatalog()
  const chooser = catalog.choosers().find(one => one.id === id)
  if (!chooser) notFound()
  const lessons = Object.fromEntries(
    chooser.results.map(({ lesson }) => {
      const title = catalog.lesson(lesson)?.title
      return [lesson, { title: title ?? slugTitle(lesson), written: title !== undefined }]
    }),
  )
  return (
    <Page title={chooser.title} lead={chooser.ask}>
      <ReferenceNav current="choosers" />
      <ChooserForm chooser={chooser} lessons={lessons} first={readAnswers(chooser, await searchParams)} />
      {chooser.note ? (
        <p className="mt-6 max-w-prose border-l-2 border-strong pl-4 text-sm">
          <span className="font-semibold">Often said, and wrong.</span> {chooser.note}
        </p>
      ) : null}
      <Section id="table" title="All of it, as a table" aside="Rows are tried from the top">
        <ChooserTable chooser={chooser} lessons={lessons} />
      </Section>
      <p className="mt-8 text-sm">
        <Link href="/reference/choosers">All choosers</Link>
      </p>
    </Page>
  )
}
