'use client'

import { useState } from 'react'
import type { RaftPart } from '#engine/lesson/live/parts.ts'
import { newRaft, type Raft, type RaftAction, stepRaft } from '#engine/lesson/live/raft.ts'
import { Button } from '../../ui/button.tsx'
import { RaftView } from './raft-view.tsx'

/** A cluster to play with: let timers run out, write, replicate, stop servers, cut the network. Each action can be taken back. */
export function RaftForm({ part }: { part: RaftPart }) {
  const [history, setHistory] = useState<readonly Raft[]>([newRaft(part.servers)])
  const raft = history.at(-1) ?? newRaft(part.servers)
  const act = (action: RaftAction) => setHistory(now => [...now.slice(-200), stepRaft(raft, action)])
  return (
    <>
      <RaftView
        raft={raft}
        controls={({ id, up, role }) =>
          up ? (
            <>
              {role === 'leader' ? (
                <>
                  <Button size="sm" aria-label={`S${id}: a client writes`} onClick={() => act({ do: 'write', server: id })}>
                    Write
                  </Button>
                  <Button size="sm" aria-label={`S${id}: replicate`} onClick={() => act({ do: 'replicate', server: id })}>
                    Replicate
                  </Button>
                </>
              ) : (
                <Button size="sm" aria-label={`S${id}: time out`} onClick={() => act({ do: 'time out', server: id })}>
                  Time out
                </Button>
              )}
              <Button size="sm" variant="quiet" aria-label={`S${id}: stop`} onClick={() => act({ do: 'stop', server: id })}>
                Stop
              </Button>
            </>
          ) : (
            <Button size="sm" aria-label={`S${id}: start`} onClick={() => act({ do: 'start', server: id })}>
              Start
            </Button>
          )
        }
      />
      <div className="mt-3 flex flex-wrap gap-2">
        {raft.apart.length > 0 ? (
          <Button size="sm" onClick={() => act({ do: 'heal' })}>
            Heal the network
          </Button>
        ) : (
          <Button size="sm" onClick={() => act({ do: 'cut', apart: part.servers === 5 ? [1, 2] : [1] })}>
            Cut off {part.servers === 5 ? 'S1 and S2' : 'S1'}
          </Button>
        )}
        <Button size="sm" variant="quiet" disabled={history.length < 2} onClick={() => setHistory(now => now.slice(0, -1))}>
          Undo
        </Button>
        <Button size="sm" variant="quiet" disabled={history.length < 2} onClick={() => setHistory([newRaft(part.servers)])}>
          From the start
        </Button>
      </div>
    </>
  )
}
