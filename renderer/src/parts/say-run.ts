import type { RunRow } from '../../../shared/ipc/run-calls.ts'
import { fillSentence } from '../../../shared/words/fill-sentence.ts'
import type { Lang } from '../../../shared/words/lang.ts'
import { sayTime } from '../../../shared/words/say-time.ts'
import { supportWords } from '../../../shared/words/window/support.ts'

/** When a run began, as people write it. */
export const sayWhen = ({ createdAt }: RunRow, lang: Lang): string => sayTime(createdAt, lang) ?? createdAt

/** Whose run it is: its first address, and how many more. A run nobody can read is known by its number. */
export function sayWhose({ addresses, run }: RunRow, lang: Lang): string {
  const [first, ...others] = addresses
  if (first === undefined) return run
  return others.length === 0 ? first : fillSentence(supportWords.more[lang], { address: first, count: others.length }, lang)
}
