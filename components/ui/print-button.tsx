'use client'

import { Printer } from 'lucide-react'
import { Button } from './button.tsx'

/** Opens the browser's print dialog for the page. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button onClick={() => window.print()}>
      <Printer aria-hidden className="size-4" />
      {label}
    </Button>
  )
}
