import { LinkButton } from '#components/ui/button.tsx'
import { Page } from '#components/ui/page.tsx'

export default function NotFound() {
  return (
    <Page title="There is no such page" lead="It may have moved, or it belongs to somebody else.">
      <LinkButton href="/today" variant="primary">
        Go to Today
      </LinkButton>
    </Page>
  )
}
