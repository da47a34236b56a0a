import type { Metadata } from 'next'
import { getCatalog } from '#catalog/catalog.ts'
import { Page } from '#components/ui/page.tsx'
import { EstimateWorkbench } from '#components/worksheet/estimate-workbench.tsx'

export const metadata: Metadata = { title: 'Estimate' }

/** Works without an account: the sheet stays in the browser and in its address. */
export default async function EstimatePage() {
  const catalog = await getCatalog()
  const rules = catalog.sizing()
  const reference = catalog.reference().facts.map(({ id, value }) => ({ id, value }))
  return (
    <Page
      wide
      title="Estimate"
      lead="A line, its answer at its end. Units are checked as you type; the sheet stays in this page's address and is never sent."
    >
      <EstimateWorkbench sizing={rules ? { rules, reference } : null} />
    </Page>
  )
}
