import type { ComponentProps } from 'react'
import { Scrolls } from '../ui/scrolls.tsx'
import { Check } from './check.tsx'
import { Diagram } from './diagram.tsx'
import { Disputed, Level, Note } from './note.tsx'
import type { ShownFact } from './shown-fact.ts'
import { Fact, Value } from './value.tsx'
import { WorksheetPart } from './worksheet-part.tsx'

/** A heading that can be linked to. */
function Heading({ level: Tag, id, children, ...rest }: ComponentProps<'h2'> & { level: 'h2' | 'h3' }) {
  return (
    <Tag id={id} {...rest}>
      <a href={`#${id}`} className="anchor">
        {children}
      </a>
    </Tag>
  )
}

/** The components that lesson MDX may name, and those that stand for its markdown. Rendered on the server. */
export const lessonParts = (facts: readonly ShownFact[]) => ({
  h2: (props: ComponentProps<'h2'>) => <Heading level="h2" {...props} />,
  h3: (props: ComponentProps<'h3'>) => <Heading level="h3" {...props} />,
  table: (props: ComponentProps<'table'>) => (
    <Scrolls>
      <table {...props} />
    </Scrolls>
  ),
  Check,
  Diagram,
  Disputed,
  Level,
  Note,
  Value,
  Worksheet: WorksheetPart,
  Fact: ({ id }: { id: string }) => <Fact fact={facts.find(fact => fact.id === id)} />,
})
