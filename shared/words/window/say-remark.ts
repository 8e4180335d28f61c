import type { Facts } from '../../base/problem.ts'
import { fillSentence } from '../fill-sentence.ts'
import type { InBoth, Lang } from '../lang.ts'
import { passwordFaultWords, passwordWarningWords } from '../passwords.ts'

const known: Readonly<Record<string, InBoth>> = { ...passwordFaultWords, ...passwordWarningWords }

/** What was remarked about a password, in words; the code itself where a newer program has more remarks than this window. */
export const sayRemark = ({ code, facts }: { readonly code: string; readonly facts: Facts }, lang: Lang): string =>
  Object.hasOwn(known, code) ? fillSentence(known[code]![lang], facts, lang) : code
