import type { Metadata } from 'next'
import { Page } from '#components/ui/page.tsx'
import { EstimateWorkbench } from '#components/worksheet/estimate-workbench.tsx'

export const metadata: Metadata = { title: 'Estimate' }

/** Works without an account: the sheet stays in the browser and in its address. */
export default function EstimatePage() {
  return (
    <Page
      wide
      title="Estimate"
      lead="A line, its answer at its end. Units are checked as you type; the sheet stays in this page's address and is never sent."
    >
      <EstimateWorkbench />
    </Page>
  )
}
