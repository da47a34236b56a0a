import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { BandSentence, Criteria, Dimensions, EstimateTable, Tiers } from '#components/review/score-view.tsx'
import { SubmissionView } from '#components/review/submission-view.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { openShareLink } from '#server/attempts/service.ts'
import type { SharedAttempt } from '#server/attempts/share-link.ts'
import { inMinutes } from '#server/auth/rate-limit.ts'
import { visitorAddress } from '#server/auth/session.ts'

export const metadata: Metadata = {
  title: 'A shared attempt',
  robots: { index: false, follow: false, nocache: true },
  referrer: 'no-referrer',
}

const closed = {
  revoked: ['This link was taken back', 'Whoever sent it no longer shares this attempt. Ask them for a new link.'],
  expired: ['This link has run out', 'Links work for a limited time. Ask whoever sent it for a new one.'],
  unknown: [
    'This link does not work',
    'It is not whole, or there never was such a link. Copy it once more, to its last character.',
  ],
} as const

export default async function SharedPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const opened = await openShareLink(token, await visitorAddress())
  if (opened.state === 'open') return <Shared attempt={opened.attempt} />
  if (opened.state === 'limited')
    return <Plain title="Too many links were opened from your network">Try again {inMinutes(opened.waitMs)}.</Plain>
  const [title, text] = closed[opened.state]
  return <Plain title={title}>{text}</Plain>
}

function Plain({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Page title={title}>
      <p className="text-quiet">{children}</p>
    </Page>
  )
}

function Shared({ attempt }: { attempt: SharedAttempt }) {
  const { title, mode, handedInAtMs, submission, report, expects } = attempt
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(handedInAtMs)
  return (
    <Page
      wide
      title={title}
      lead={`A ${mode === 'mock' ? 'mock interview' : mode} of ${date}, shared to be read. Scored by Tenfold.`}
    >
      <BandSentence report={report} />
      <div className="mt-6">
        <Tiers report={report} />
      </div>
      <Section id="dimensions" title="Ten dimensions">
        <Dimensions report={report} />
      </Section>
      <Section id="estimates" title="Estimates">
        <EstimateTable report={report} />
      </Section>
      <div className="mt-4 grid gap-x-10 xl:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
        {/* Lessons are for those who have an account. */}
        <Criteria report={report} lessons={{}} expects={expects} />
        <Section id="submission" title="What was handed in">
          <SubmissionView submission={submission} />
        </Section>
      </div>
      <p className="mt-8 text-xs text-faint">
        Engine {report.engine}, content <span className="num">{report.content.slice(0, 12)}</span>, seed{' '}
        <span className="num">{report.seed}</span>. There is no official rubric; this one is Tenfold's.
      </p>
    </Page>
  )
}
