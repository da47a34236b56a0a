'use client'

import { Command } from 'cmdk'
import { Dialog } from '../ui/dialog.tsx'

export type PaletteCommand = { readonly id: string; readonly title: string; readonly keys?: string; readonly run: () => void }

/** Everything that the workspace can do, by typing a few letters of it. */
export function CommandPalette({ commands, onClose }: { commands: readonly PaletteCommand[]; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={open => (open ? undefined : onClose())} title="Go to or do">
      <Command label="Commands" loop>
        <Command.Input autoFocus placeholder="data, hand in, worksheet" className="field mt-2" />
        <Command.List className="mt-2 max-h-80 overflow-y-auto">
          <Command.Empty className="px-2.5 py-2 text-sm text-quiet">Nothing is called that.</Command.Empty>
          {commands.map(command => (
            <Command.Item
              key={command.id}
              value={command.title}
              onSelect={() => {
                onClose()
                // After the dialog has given the focus back, so that the command may move it.
                setTimeout(command.run)
              }}
              className="flex cursor-pointer items-center justify-between gap-3 rounded-md px-2.5 py-1.5 text-sm data-[selected=true]:bg-accent-wash data-[selected=true]:text-accent"
            >
              {command.title}
              {command.keys ? <kbd className="num text-xs text-faint">{command.keys}</kbd> : null}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  )
}
