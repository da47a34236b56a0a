import type { Metadata } from 'next'
import Link from 'next/link'
import { Page } from '#components/ui/page.tsx'
import { requireUser } from '#server/auth/current-user.ts'
import { mostMegabytes } from '#server/transfer/format.ts'
import { ImportForm } from './import-form.tsx'

export const metadata: Metadata = { title: 'Bring your data' }

export default async function ImportPage() {
  const { email, startDate, interviewDate } = await requireUser('/settings/import')
  return (
    <Page
      title="Bring your data"
      lead={
        <>
          From another Tenfold: download everything there under Settings, Your data, and choose that file here. It is added to the
          account {email}. What is here already stays. <Link href="/settings#data">Back to the settings</Link>
        </>
      }
    >
      <ImportForm mostMegabytes={mostMegabytes} takeSettings={startDate === null && interviewDate === null} />
    </Page>
  )
}
