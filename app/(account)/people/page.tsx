import type { Metadata } from 'next'
import { EmptyState, Page, Section } from '#components/ui/page.tsx'
import { ScrollingTable } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { listPeople } from '#server/auth/accounts.ts'
import { requireOwner } from '#server/auth/current-user.ts'
import { authDeps } from '#server/auth/deps.ts'
import { InviteForm, PolicyForm, RemoveMemberForm, RevokeForm, RoleForm } from './people-forms.tsx'

export const metadata: Metadata = { title: 'People' }

const cell = 'py-2 pr-4 text-left align-top'
const states = { open: 'Open', used: 'Used', expired: 'Run out' } as const

export default async function People() {
  const owner = await requireOwner('/people')
  const { people, invitations, policy } = await listPeople(await authDeps())
  const day = (ms: number) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: owner.timeZone }).format(ms)
  return (
    <Page title="People" lead="Who has an account here, and who may get one." wide>
      <PolicyForm policy={policy} />
      <Section id="accounts" title="Accounts">
        <ScrollingTable label="Table of accounts" minWidth="min-w-[42rem]">
          <thead>
            <tr className="border-b border-line text-quiet">
              <th scope="col" className={cell}>
                Name
              </th>
              <th scope="col" className={cell}>
                E-mail
              </th>
              <th scope="col" className={cell}>
                Since
              </th>
              <th scope="col" className={cell}>
                Attempts
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {people.map(person => (
              <tr key={person.id} className="border-b border-line">
                <th scope="row" className={`${cell} max-w-xs break-words font-medium`}>
                  {person.name} {person.role === 'member' ? null : <Tag>{person.role}</Tag>}
                </th>
                <td className={`${cell} break-all`}>{person.email}</td>
                <td className={cell}>{day(person.createdAtMs)}</td>
                <td className={`${cell} tabular-nums`}>{person.attempts}</td>
                <td className={cell}>
                  {person.role === 'owner' ? null : (
                    <>
                      <details>
                        <summary className="text-quiet">
                          Role<span className="sr-only"> of {person.name}</span>
                        </summary>
                        <div className="mt-2">
                          <RoleForm id={person.id} name={person.name} role={person.role} />
                        </div>
                      </details>
                      <RemoveMemberForm id={person.id} name={person.name} attempts={person.attempts} />
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      </Section>
      <Section id="invitations" title="Invitations">
        <InviteForm />
        {invitations.length === 0 ? (
          <div className="mt-6">
            <EmptyState title="No invitations yet">
              Those that you make are listed here until they are used or run out.
            </EmptyState>
          </div>
        ) : (
          <ul className="mt-6 flex flex-col gap-3 text-sm">
            {invitations.map(({ id, note, state, expiresAtMs }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-3">
                <span className="min-w-0 break-words font-medium">{note}</span>
                <Tag tone={state === 'open' ? 'good' : 'plain'}>{states[state]}</Tag>
                {state === 'open' ? (
                  <>
                    <span className="text-quiet">until {day(expiresAtMs)}</span>
                    <RevokeForm id={id} note={note} />
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  )
}
