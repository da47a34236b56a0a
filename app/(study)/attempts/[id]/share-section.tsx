import { ShareLinks } from '#components/review/share-links.tsx'
import { Section } from '#components/ui/page.tsx'
import { listShareLinks } from '#server/attempts/service.ts'

/** Who else may read this attempt. */
export async function ShareSection({ userId, attemptId, timeZone }: { userId: string; attemptId: string; timeZone: string }) {
  const links = await listShareLinks(userId, attemptId)
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return (
    <Section id="share" title="Share" className="print:hidden">
      <p className="mb-3 max-w-prose text-sm text-quiet">
        Whoever has the link reads this score and what you handed in, without an account, and sees neither your name nor your
        note. You can take it back at any time.
      </p>
      <ShareLinks
        attemptId={attemptId}
        links={links.map(({ id, createdAtMs, expiresAtMs, state }) => ({
          id,
          created: format.format(createdAtMs),
          until: format.format(expiresAtMs),
          state,
        }))}
      />
    </Section>
  )
}
