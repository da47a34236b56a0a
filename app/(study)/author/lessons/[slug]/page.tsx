import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Live } from '#components/author/live.tsx'
import { Mdx } from '#components/lesson/mdx.tsx'
import { Page } from '#components/ui/page.tsx'
import { requireOwner } from '#server/auth/current-user.ts'
import { previewContent } from '#server/author/preview.ts'

export const metadata: Metadata = { title: 'Preview of a lesson' }

export default async function LessonPreview({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  await requireOwner(`/author/lessons/${slug}`)
  const { folder, stamp, catalog } = await previewContent()
  const lesson = catalog.lesson(slug)
  if (!lesson) notFound()
  return (
    <Page title={lesson.title} lead={lesson.summary} actions={<Link href="/author">All content</Link>}>
      {folder ? <Live stamp={stamp} /> : null}
      <div className="lesson-prose mt-4">
        <Mdx code={lesson.code} {...catalog.reference()} />
      </div>
    </Page>
  )
}
