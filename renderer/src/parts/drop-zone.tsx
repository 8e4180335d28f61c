import { type DragEvent, type ReactNode, useState } from 'react'
import { pathOf } from '../api.ts'

/** What was dropped: files by where they lie, or text. */
export type Dropped =
  { readonly kind: 'files'; readonly files: readonly string[] } | { readonly kind: 'text'; readonly text: string }

interface DropZoneProps {
  readonly onDrop: (dropped: Dropped) => void
  readonly children: ReactNode
}

function droppedOf(event: DragEvent): Dropped | null {
  const files = Array.from(event.dataTransfer.files, pathOf).filter((file) => file !== '')
  if (files.length > 0) return { kind: 'files', files }
  const text = event.dataTransfer.getData('text/plain')
  return text === '' ? null : { kind: 'text', text }
}

/** A place to drop files on. Whoever uses no mouse has the buttons inside it. */
export function DropZone({ onDrop, children }: DropZoneProps) {
  const [over, setOver] = useState(false)
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const dropped = droppedOf(event)
        if (dropped) onDrop(dropped)
      }}
      className={`mt-3 rounded-12 border-2 border-dashed px-6 py-6 short:py-3 ${over ? 'border-blue-900 bg-blue-100' : 'border-solid-gray-536 bg-solid-gray-50'}`}
    >
      {children}
    </div>
  )
}
