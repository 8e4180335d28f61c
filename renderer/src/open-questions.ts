import { useSyncExternalStore } from 'react'
import type { RoadEvent } from '../../shared/ipc/events.ts'
import { onEvent } from './api.ts'

export type OpenQuestion = Extract<RoadEvent, { type: 'asked' }>

let open: readonly OpenQuestion[] = []
const listeners = new Set<() => void>()

function set(next: readonly OpenQuestion[]): void {
  open = next
  for (const listener of listeners) listener()
}

/** Begins to hear questions: once, before the page says that it is ready. Answers are never kept here. */
export function hearQuestions(): () => void {
  return onEvent((event) => {
    if (event.type === 'asked') set([...open.filter((one) => one.question !== event.question), event])
    if (event.type === 'withdrawn') closeQuestion(event.question)
  })
}

/** Takes a question away that was answered here. */
export const closeQuestion = (question: number): void => set(open.filter((one) => one.question !== question))

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The questions that stand, oldest first. */
export const useOpenQuestions = (): readonly OpenQuestion[] => useSyncExternalStore(subscribe, () => open)
