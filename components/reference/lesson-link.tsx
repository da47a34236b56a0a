import Link from 'next/link'

export type LessonLinks = Readonly<Record<string, { readonly title: string; readonly written: boolean }>>

/** A link to a lesson; its title alone while it is being written. */
export function LessonLink({ slug, lessons }: { slug: string; lessons: LessonLinks }) {
  const lesson = lessons[slug]
  if (!lesson?.written) return <span className="text-faint">Lesson: {lesson?.title ?? slug} (being written)</span>
  return <Link href={`/lessons/${slug}`}>Lesson: {lesson.title}</Link>
}
