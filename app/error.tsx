'use client'

import { Button } from '#components/ui/button.tsx'
import { Page } from '#components/ui/page.tsx'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Page
      title="This page could not be shown"
      lead="Nothing that was saved is lost. Try again; if it stays, give the number below to whoever hosts this Tenfold."
    >
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        {error.digest ? <span className="num text-sm text-quiet">{error.digest}</span> : null}
      </div>
    </Page>
  )
}
