import type { ReactNode } from 'react'
import type { Raft, RaftServer } from '#engine/lesson/live/raft.ts'

/** The cluster: each server with its role, its term and its log; what is committed is filled. */
export function RaftView({ raft, controls }: { raft: Raft; controls?: (server: RaftServer) => ReactNode }) {
  return (
    <>
      <p role="status" className="min-h-12 text-sm">
        {raft.says}
      </p>
      <ol className="mt-2 grid grid-cols-1 gap-2 text-sm sm:grid-cols-[repeat(auto-fit,minmax(6.2rem,1fr))]">
        {raft.servers.map(server => (
          <li
            key={server.id}
            className={`rounded-md border px-2.5 py-2 ${server.role === 'leader' && server.up ? 'border-accent bg-accent-wash' : 'border-line'} ${server.up ? '' : 'opacity-60'}`}
          >
            <p className="font-semibold">
              S{server.id}
              {raft.apart.length > 0 ? (
                <span className="font-normal text-quiet"> · {raft.apart.includes(server.id) ? 'one side' : 'other side'}</span>
              ) : null}
            </p>
            <p className="text-xs text-quiet">
              {server.up ? server.role : 'down'}, term <span className="num">{server.term}</span>
            </p>
            <p className="num mt-1 flex min-h-6 flex-wrap gap-1 text-xs">
              {server.log.length === 0 ? <span className="text-faint">empty log</span> : null}
              {server.log.map((entry, index) => (
                <span
                  key={`${entry.term}:${entry.value}`}
                  title={`term ${entry.term}, ${index < server.commit ? 'committed' : 'not committed'}`}
                  className={`rounded-sm border px-1 ${index < server.commit ? 'border-good bg-good-wash text-good' : 'border-dashed border-strong text-quiet'}`}
                >
                  {entry.value}
                  {index < server.commit ? ' ✓' : ' ?'}
                </span>
              ))}
            </p>
            {controls ? <div className="mt-2 flex flex-wrap gap-1">{controls(server)}</div> : null}
          </li>
        ))}
      </ol>
      <p className="mt-1 text-xs text-quiet">
        ✓ is committed, ? is not. A majority is {Math.floor(raft.servers.length / 2) + 1} of {raft.servers.length}.
      </p>
    </>
  )
}
