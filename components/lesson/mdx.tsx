import { getMDXComponent } from 'mdx-bundler/client/index.js'
import type { ComponentType } from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import { lessonParts } from './lesson-parts.tsx'
import type { ShownFact } from './shown-fact.ts'
import './lesson.css'

type Content = ComponentType<{ readonly components: ReturnType<typeof lessonParts> }>

/** Compiled pieces by their code: a page is shown many times and made into a component once. */
const contents = new Map<string, Content>()

function contentOf(code: string): Content {
  const known = contents.get(code)
  if (known) return known
  const made: Content = getMDXComponent(code)
  if (contents.size > 200) contents.clear()
  contents.set(code, made)
  return made
}

/** Compiled MDX of the catalog, rendered on the server with our components. */
export function Mdx({
  code,
  facts = [],
  kinds = [],
}: {
  code: string
  facts?: readonly ShownFact[]
  /** What live parts that simulate know of components. */
  kinds?: readonly ComponentKind[]
}) {
  const Content = contentOf(code)
  return (
    <div className="lesson-text">
      <Content components={lessonParts(facts, kinds)} />
    </div>
  )
}
