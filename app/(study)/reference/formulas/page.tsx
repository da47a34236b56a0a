import type { Metadata } from 'next'
import Link from 'next/link'
import { getCatalog } from '#catalog/catalog.ts'
import { ReferenceNav } from '#components/reference/reference-nav.tsx'
import { Page, Section } from '#components/ui/page.tsx'
import { namedFormulas } from '#engine/formula/named-formulas.ts'
import { formatNumber } from '#engine/quantity/format.ts'
import type { SizingGive, SizingRules } from '#engine/sizing/rules.ts'
import { requireUser } from '#server/auth/current-user.ts'

export const metadata: Metadata = { title: 'Formulas' }

export default async function FormulasPage() {
  await requireUser('/reference/formulas')
  const sizing = (await getCatalog()).sizing()
  return (
    <Page
      title="Formulas"
      lead="What the simulator, the score and the sizing compute with, each with where it comes from and where it misleads."
    >
      <ReferenceNav current="formulas" />
      <Section id="named" title="Queues and availability" className="mt-2">
        <div className="flex flex-col gap-3">
          {namedFormulas.map(({ id, title, formula, symbols, says, source, example }) => (
            <article key={id} id={id} className="card p-4 target:border-accent">
              <h3 className="font-semibold">{title}</h3>
              <p className="num mt-1.5 rounded-md bg-sunken px-3 py-1.5 text-sm break-words">{formula}</p>
              <p className="mt-1.5 text-xs text-quiet">{symbols}</p>
              <p className="mt-2">{says}</p>
              <p className="mt-1 text-sm text-quiet">
                {example.given}: <span className="num text-ink">{formatNumber(example.value)}</span> {example.unit}.
              </p>
              <p className="mt-1 text-xs text-faint">{source}</p>
            </article>
          ))}
        </div>
      </Section>
      {sizing ? <Rules sizing={sizing} /> : null}
    </Page>
  )
}

function Rules({ sizing }: { sizing: SizingRules }) {
  return (
    <>
      <Section id="sizing" title={sizing.title} aside={<Link href="/estimate">Size a system by them</Link>}>
        <p className="mb-3 text-sm text-quiet">
          In the worksheet language. A rule speaks when what it needs is known; of two results of one name the first that can be
          computed counts.
        </p>
        <div className="flex flex-col gap-3">
          {sizing.rules.map(({ id, title, needs, gives, warnings, source, weakness }) => (
            <article key={id} id={`rule-${id}`} className="card min-w-0 p-4 target:border-accent">
              <h3 className="font-semibold">{title}</h3>
              {needs.length > 0 ? (
                <p className="text-xs break-words text-quiet">
                  needs <span className="num">{needs.join(', ')}</span>
                </p>
              ) : null}
              <dl className="mt-2 divide-y divide-line text-sm">
                {gives.map(give => (
                  <div key={`${give.name} = ${formulaOf(give)}`} className="grid gap-x-5 py-1.5 sm:grid-cols-[1fr_1.3fr]">
                    <dt>{give.what}</dt>
                    <dd className="num min-w-0 text-xs break-words">
                      {give.name} = {formulaOf(give)}
                    </dd>
                  </div>
                ))}
              </dl>
              {warnings.map(({ value, above, below, says }) => (
                <p key={`${value}-${says}`} className="mt-2 text-sm text-quiet">
                  Warns when <span className="num">{value}</span> is {above === undefined ? 'below' : 'above'}{' '}
                  <span className="num">{above ?? below}</span>: {says}
                </p>
              ))}
              <p className="mt-2 text-sm">
                <span className="font-medium">Where it misleads.</span> {weakness}
              </p>
              <p className="mt-1 text-xs text-faint">{source}</p>
            </article>
          ))}
        </div>
      </Section>
      {sizing.contradictions.length > 0 ? (
        <Section id="contradictions" title="Where rules contradict each other">
          <ul className="flex flex-col gap-2">
            {sizing.contradictions.map(({ id, between, says }) => (
              <li key={id}>
                <span className="num text-sm">{between.join(', ')}</span>: {says}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

function formulaOf({ formula, each, by, cases }: SizingGive): string {
  if (formula !== undefined) return formula
  if (each) return `the product of ${each.formula} over ${each.list}`
  const one = ({ below, formula: text }: { below?: string | undefined; formula: string }) =>
    below === undefined ? `else ${text}` : `${text} while ${by} < ${below}`
  return (cases ?? []).map(one).join('; ')
}
