import type { Metadata } from 'next'
import Link from 'next/link'
import { Live } from '#components/author/live.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { EmptyState, Page, Section } from '#components/ui/page.tsx'
import { requireOwner } from '#server/auth/current-user.ts'
import { previewContent } from '#server/author/preview.ts'

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

export const metadata: Metadata = { title: 'Your content' }

export default async function AuthorPage() {
  await requireOwner('/author')
  const { folder, stamp, catalog } = await previewContent()
  return (
    <Page title="Your content" lead="Lessons and drills as they stand on the disk now, with what the check says of them.">
      {folder === undefined ? (
        <EmptyState title="No folder of your own yet">
          Set <code>CONTENT_DIR</code> to a folder with <code>drills/your-slug</code> or <code>lessons/your-slug</code> in it and
          start again. What is below is ours. docs/authoring.md tells how to write one.
        </EmptyState>
      ) : (
        <>
          <Live stamp={stamp} />
          {catalog.problems.length === 0 ? (
            <Notice tone="good" title="Nothing is wrong" className="mt-3">
              The server takes it up when it is started again.
            </Notice>
          ) : (
            <Notice
              tone="bad"
              title={`${catalog.problems.length} to mend; until then only our own content is shown`}
              className="mt-3"
            >
              <ul className="mt-1 divide-y divide-line">
                {catalog.problems.map(({ file, line, column, path, message, mend }) => (
                  <li key={`${file}${line}${column}${path}${message}`} className="py-1.5">
                    <code className="break-all text-xs">
                      {file}:{line}:{column}
                    </code>
                    <p>
                      {path} {message}
                    </p>
                    <p className="text-quiet">Mend: {mend}</p>
                  </li>
                ))}
              </ul>
            </Notice>
          )}
        </>
      )}
      <Section id="drills" title="Drills">
        <ul className="divide-y divide-line">
          {catalog.drills().map(d => (
            <li key={d.slug} className="flex flex-wrap justify-between gap-2 py-2">
              <Link href={`/author/drills/${d.slug}`}>{d.title}</Link>
              <span className="text-sm text-quiet">
                {d.level}, {d.minutes} min, {counted(d.exemplars.length, 'exemplar')}, {counted(d.tests.length, 'test')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="lessons" title="Lessons">
        <ul className="divide-y divide-line">
          {catalog.lessons().map(l => (
            <li key={l.slug} className="flex flex-wrap justify-between gap-2 py-2">
              <Link href={`/author/lessons/${l.slug}`}>{l.title}</Link>
              <span className="text-sm text-quiet">
                {l.minutes} min, {l.words} words, {l.checks.length} checks
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
