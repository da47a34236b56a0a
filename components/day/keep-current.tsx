'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Loads what the page shows again every half minute, and when it is looked at again: a timetable moves by itself. */
export function KeepCurrent() {
  const router = useRouter()
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible') router.refresh()
    }
    const timer = setInterval(refresh, 30_000)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [router])
  return null
}
