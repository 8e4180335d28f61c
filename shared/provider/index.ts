import { biglobeEf } from './biglobe-ef/facts.ts'
import { myPikara } from './my-pikara/facts.ts'
import { ocn } from './ocn/facts.ts'
import { oshigotoPikara } from './oshigoto-pikara/facts.ts'
import { practice } from './practice/facts.ts'
import type { Provider } from './provider.ts'
import { ucom } from './ucom/facts.ts'

/** Every provider the program knows. One line each. */
export const providers: readonly Provider[] = [biglobeEf, myPikara, ocn, ucom, oshigotoPikara, practice]

/** The provider of that id; null when there is none (the id came from a person). */
export const findProvider = (id: string): Provider | null => providers.find((provider) => provider.id === id) ?? null
