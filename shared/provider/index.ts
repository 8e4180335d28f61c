import { biglobeEf } from './biglobe-ef/facts.ts'
import { practice } from './practice/facts.ts'
import type { Provider } from './provider.ts'

/** Every provider the program knows. One line each. */
export const providers: readonly Provider[] = [biglobeEf, practice]

/** The provider of that id; null when there is none (the id came from a person). */
export const findProvider = (id: string): Provider | null => providers.find((provider) => provider.id === id) ?? null
