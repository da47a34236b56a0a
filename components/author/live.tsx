'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { z } from 'zod'

const answer = z.object({ stamp: z.string() })
const EVERY_MS = 1500

/** Shows the page again when a file of the author has changed. */
export function Live({ stamp }: { stamp: string }) {
  const router = useRouter()
  const [lost, setLost] = useState(false)
  useEffect(() => {
    const timer = setInterval(async () => {
      try {
        const response = await fetch('/api/author')
        const read = answer.safeParse(await response.json())
        setLost(!read.success)
        if (read.success && read.data.stamp !== stamp) router.refresh()
      } catch {
        setLost(true)
      }
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [router, stamp])
  return (
    <p role="status" className="text-xs text-faint">
      {lost ? 'The server does not answer; this may be out of date.' : 'Shown again whenever a file changes.'}
    </p>
  )
}
