import { Scrolls } from '../ui/scrolls.tsx'

/**
 * A diagram that was drawn when the catalog was built. The SVG is ours (catalog/lesson/draw-diagram.ts): every label in it is escaped, its
 * colours are the theme's, and its title and description are inside it.
 */
export function Diagram({ title, svg }: { title: string; svg: string }) {
  return (
    <figure className="diagram">
      <Scrolls>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by us at build, labels escaped, tested with script in them */}
        <div className="drawing" dangerouslySetInnerHTML={{ __html: svg }} />
      </Scrolls>
      <figcaption>{title}</figcaption>
    </figure>
  )
}
