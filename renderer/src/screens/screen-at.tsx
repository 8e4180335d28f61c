import type { ReactNode } from 'react'
import type { Place } from '../flow.ts'
import { DoneScreen } from './done-screen.tsx'
import { HistoryScreen } from './history-screen.tsx'
import { PlanScreen } from './plan-screen.tsx'
import { RunScreen } from './run-screen.tsx'
import { SheetsScreen } from './sheets-screen.tsx'
import { StartScreen } from './start-screen.tsx'
import { SupportScreen } from './support-screen.tsx'

/** The screen that stands at a place. */
export function screenAt(place: Place): ReactNode {
  switch (place.at) {
    case 'start':
      return <StartScreen />
    case 'sheets':
      return <SheetsScreen sheets={place.sheets} unread={place.unread} />
    case 'plan':
      return <PlanScreen sheets={place.sheets} />
    case 'run':
      return <RunScreen task={place.task} />
    case 'done':
      return <DoneScreen run={place.run} heldBy={place.problem ?? null} />
    case 'history':
      return <HistoryScreen />
    case 'support':
      return <SupportScreen />
  }
}
