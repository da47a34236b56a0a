'use client'

import type { ReactNode } from 'react'

export function LiveWorksheet({ children }: { id: string; title: string; source: string; children: ReactNode }) {
  return children
}
