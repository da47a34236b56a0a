'use client'

import { Dialog } from '../ui/dialog.tsx'

const groups = [
  {
    title: 'Anywhere',
    keys: [
      ['Ctrl K', 'everything that can be done, by typing a few letters of it'],
      ['Alt ↓', 'next part, into its first field'],
      ['Alt ↑', 'the part before'],
      ['Alt W', 'the worksheet'],
      ['?', 'this list, outside a field'],
    ],
  },
  {
    title: 'In a list of records',
    keys: [
      ['Ctrl Enter', 'add one after this, and go to its first field'],
      ['Tab', 'next field; in a list of words, a letter chooses'],
    ],
  },
  {
    title: 'In the worksheet',
    keys: [
      ['Ctrl Space', 'names and units that fit here'],
      ['Tab', 'leaves it; it is no trap'],
      ['Ctrl Z', 'undo'],
    ],
  },
  {
    title: 'On the canvas',
    keys: [
      ['/', 'the line that draws: client > web > db'],
      ['Arrows', 'walk from box to box along the links'],
      ['Enter', 'edit the box'],
      ['Space', 'select, or not'],
      ['Shift Arrows', 'move what is selected'],
      ['Delete', 'remove what is selected'],
      ['Ctrl Z, Ctrl Y', 'undo, redo'],
      ['Esc', 'select nothing, or back to the box'],
    ],
  },
] as const

/** Every key of the workspace. */
export function KeyboardReference({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onOpenChange={open => (open ? undefined : onClose())} title="Keys">
      {groups.map(({ title, keys }) => (
        <section key={title} className="mt-3">
          <h3 className="text-sm font-semibold">{title}</h3>
          <dl className="mt-1 grid grid-cols-[8.5rem_1fr] gap-x-3 gap-y-1 text-sm">
            {keys.map(([key, what]) => (
              <div key={key} className="contents">
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd className="text-quiet">{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="mt-4 text-xs text-quiet">On a Mac, ⌘ for Ctrl and ⌥ for Alt.</p>
    </Dialog>
  )
}
