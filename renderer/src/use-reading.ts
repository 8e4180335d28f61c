import { useEffect, useRef, useState } from 'react'
import { call } from './api.ts'
import { readSheets, type SheetOrder } from './read-sheets.ts'

type Read = Awaited<ReturnType<typeof readSheets>>

/**
 * Reads papers for a screen. What comes after the screen has gone is put away again: the main process holds its passwords, and nobody looks at it.
 */
export function useReading() {
  const [busy, setBusy] = useState(false)
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const read = async (orders: readonly SheetOrder[]): Promise<Read | null> => {
    setBusy(true)
    const found = await readSheets(orders)
    if (here.current) {
      setBusy(false)
      return found
    }
    for (const { sheet } of found.sheets) void call('putSheetAway', { sheet })
    return null
  }
  return { busy, read }
}
