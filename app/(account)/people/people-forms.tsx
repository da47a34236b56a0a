'use client'

import { SelectField, TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { inviteAction, removeMemberAction, revokeInvitationAction, setPolicyAction, setRoleAction } from '../actions.ts'
import { FormFrame } from '../form-frame.tsx'

export function PolicyForm({ policy }: { policy: string }) {
  return (
    <FormFrame action={setPolicyAction} submit="Save">
      {({ errors }, id) => (
        <SelectField
          key={policy}
          id={id('policy')}
          label="Who may sign up"
          name="policy"
          defaultValue={policy}
          error={errors.policy}
        >
          <option value="invitation">Only with an invitation</option>
          <option value="open">Everyone who can reach this server</option>
          <option value="closed">Nobody</option>
        </SelectField>
      )}
    </FormFrame>
  )
}

export function InviteForm() {
  return (
    <FormFrame action={inviteAction} submit="Make an invitation">
      {({ errors, values, link }, id) => (
        <>
          {link ? (
            <Notice tone="info" title="Copy this link now: it is not shown again">
              <code className="break-all select-all">{link}</code>
            </Notice>
          ) : null}
          <TextField
            id={id('note')}
            label="Whom it is for"
            name="note"
            maxLength={200}
            hint="For your own list. The link works once, for fourteen days."
            defaultValue={values.note}
            error={errors.note}
          />
        </>
      )}
    </FormFrame>
  )
}

export function RevokeForm({ id, note }: { id: string; note: string }) {
  return (
    <FormFrame action={revokeInvitationAction} submit="Take back" danger>
      {() => (
        <>
          <span className="sr-only">The invitation for {note}</span>
          <input type="hidden" name="id" value={id} />
        </>
      )}
    </FormFrame>
  )
}

/** Whether a person is a member or a mentor. */
export function RoleForm({ id: personId, name, role }: { id: string; name: string; role: string }) {
  return (
    <FormFrame action={setRoleAction} submit="Save">
      {({ errors }, id) => (
        <>
          <input type="hidden" name="id" value={personId} />
          <SelectField
            key={role}
            id={id('role')}
            label={
              <>
                Role<span className="sr-only"> of {name}</span>
              </>
            }
            name="role"
            defaultValue={role}
            error={errors.role}
            hint="A mentor scores what candidates share with them."
          >
            <option value="member">Member</option>
            <option value="mentor">Mentor</option>
          </SelectField>
        </>
      )}
    </FormFrame>
  )
}

/** Asks once more, without a script too: the button that removes is inside. */
export function RemoveMemberForm({ id, name, attempts }: { id: string; name: string; attempts: number }) {
  return (
    <details>
      <summary className="cursor-pointer text-quiet">
        Remove<span className="sr-only"> {name}</span>
      </summary>
      <div className="mt-2">
        <FormFrame action={removeMemberAction} submit="Remove for good" danger>
          {() => (
            <>
              <p className="max-w-xs break-words">
                The account of {name} is deleted with everything in it
                {attempts === 0
                  ? ''
                  : `: ${attempts === 1 ? 'one attempt' : `${attempts} attempts`} with drafts, scores and notes`}
                . This cannot be undone.
              </p>
              <input type="hidden" name="id" value={id} />
            </>
          )}
        </FormFrame>
      </div>
    </details>
  )
}
