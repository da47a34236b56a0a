import type { Metadata } from 'next'
import Link from 'next/link'
import { Page, Section } from '#components/ui/page.tsx'
import { requireUser } from '#server/auth/current-user.ts'
import { passwordRule } from '#server/auth/password.ts'
import { hasPassword } from '#server/auth/remove-account.ts'
import { database } from '#server/db/client.ts'
import { hasCalendarFeed } from '#server/plan/service.ts'
import { CalendarForm } from './calendar-form.tsx'
import { DeleteAccountForm, PasswordForm, ProfileForm, SignOutEverywhereForm } from './settings-forms.tsx'

export const metadata: Metadata = { title: 'Settings' }

export default async function Settings() {
  const { id, name, email, timeZone, level, weeklyHours, startDate, interviewDate, extraTimePercent, theme } =
    await requireUser('/settings')
  const profile = { name, timeZone, level, weeklyHours, startDate, interviewDate, extraTimePercent, theme }
  const timeZones = [...new Set([timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
  return (
    <Page title="Settings" lead={`You sign in as ${email}.`}>
      <ProfileForm profile={profile} timeZones={timeZones} />
      <Section id="password" title="Password">
        <PasswordForm email={email} passwordRule={passwordRule} />
      </Section>
      <Section id="sessions" title="Sessions">
        <SignOutEverywhereForm />
      </Section>
      <Section id="calendar" title="Calendar">
        <CalendarForm has={await hasCalendarFeed(id)} />
      </Section>
      <Section id="data" title="Your data">
        <p className="max-w-prose text-sm text-quiet">
          <a href="/api/export" download>
            Download everything as one JSON file
          </a>
          : settings, lessons, cards, plan, sprints, interview days, and attempts with their whole history and scores. Another
          Tenfold reads it.
        </p>
        <p className="mt-2 max-w-prose text-sm text-quiet">
          <Link href="/settings/import">Bring your data</Link> from another Tenfold into this account.
        </p>
      </Section>
      <Section id="delete" title="Delete your account">
        <DeleteAccountForm email={email} withPassword={await hasPassword(await database(), id)} />
      </Section>
    </Page>
  )
}
