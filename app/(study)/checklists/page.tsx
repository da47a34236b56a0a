import { redirect } from 'next/navigation'

/** The lists stand in the reference; there is one place for them. */
export default function ChecklistsPage() {
  redirect('/reference#checklists')
}
