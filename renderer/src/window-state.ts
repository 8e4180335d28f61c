import { createContext, useContext } from 'react'
import type { Facts, Problem } from '../../shared/base/problem.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { ProviderView } from '../../shared/ipc/provider-view.ts'
import { fillSentence } from '../../shared/words/fill-sentence.ts'
import type { InBoth, Lang } from '../../shared/words/lang.ts'
import type { Place } from './flow.ts'

export type About = Output<'about'>
export type Practice = Output<'startPractice'>

/** What every screen and part may use of the window as a whole. */
export interface WindowState {
  readonly lang: Lang
  readonly setLang: (lang: Lang) => void
  /** A sentence of the catalogue in the language that stands; facts go into its braces. */
  readonly say: (words: InBoth, facts?: Facts) => string
  readonly about: About
  /** Why passwords cannot be kept in the system's store; null: they can, or it is not known yet. */
  readonly vault: Problem | null
  readonly place: Place
  readonly go: (place: Place) => void
  /** The rehearsal that is running, if one is. */
  readonly practice: Practice | null
  readonly setPractice: (practice: Practice | null) => void
  /** Tells people who hear the screen what has happened without taking the focus away. */
  readonly announce: (text: string) => void
}

export const WindowContext = createContext<WindowState | null>(null)

/** The window's state; only below the frame. */
export function useWindow(): WindowState {
  const state = useContext(WindowContext)
  if (state === null) throw new Error('useWindow outside the window')
  return state
}

/** A sentence of the catalogue in one language. */
export const sayIn =
  (lang: Lang) =>
  (words: InBoth, facts: Facts = {}): string =>
    fillSentence(words[lang], facts, lang)

/** A file's name without where it lies: a long path only pushes the name out of sight. */
export const baseName = (file: string): string => file.split(/[\\/]/).at(-1) ?? file

/** What is known of a provider by its id. */
export const providerOf = (about: About, id: string | null): ProviderView | null =>
  about.providers.find((provider) => provider.id === id) ?? null
