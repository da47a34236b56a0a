import type { ComponentProps } from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { SimulatePart } from '#engine/lesson/live/parts.ts'
import { Scrolls } from '../ui/scrolls.tsx'
import { Check } from './check.tsx'
import { Diagram } from './diagram.tsx'
import { Explore } from './live/explore.tsx'
import { Partition } from './live/partition.tsx'
import { Raft } from './live/raft.tsx'
import { Ring } from './live/ring.tsx'
import { Simulate } from './live/simulate.tsx'
import { Spike } from './live/spike.tsx'
import { Stepper } from './live/stepper.tsx'
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
export const lessonParts = (facts: readonly ShownFact[], kinds: readonly ComponentKind[]) => ({
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
  Explore,
  Level,
  Note,
  Partition,
  Raft,
  Ring,
  Simulate: (props: SimulatePart) => <Simulate {...props} kinds={kinds} />,
  Spike,
  Stepper,
  Value,
  Worksheet: WorksheetPart,
  Fact: ({ id }: { id: string }) => <Fact fact={facts.find(fact => fact.id === id)} />,
})
