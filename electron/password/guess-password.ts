import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import type { Secret } from '../../shared/base/secret.ts'
import type { PasswordWarning } from '../../shared/mail/check-password.ts'
import type { GuessReason } from '../../shared/words/guesses.ts'
import { spellWords, type OwnWords } from '../../shared/mail/spell-words.ts'

/** How easily a password is guessed: 0 at once … 4 hardly. `reason` is null where nothing particular stands out. */
export interface Guess {
  readonly score: 0 | 1 | 2 | 3 | 4
  readonly reason: GuessReason | null
  /** What to tell the person, if anything. It never refuses a password. */
  readonly warning: PasswordWarning | null
}

const reasons: Readonly<Record<string, GuessReason>> = {
  straightRow: 'keyboard',
  keyPattern: 'keyboard',
  simpleRepeat: 'repeat',
  extendedRepeat: 'repeat',
  sequences: 'sequence',
  recentYears: 'date',
  dates: 'date',
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  similarToCommon: 'common',
  pwned: 'common',
  wordByItself: 'word',
  namesByThemselves: 'name',
  commonNames: 'name',
  userInputs: 'own',
}

let loading: Promise<ZxcvbnFactory> | undefined

// The dictionaries are 0.7 MB of JavaScript: whoever judges no password does not load them.
const guesser = (): Promise<ZxcvbnFactory> =>
  (loading ??= (async () => {
    const [core, common, japanese] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
      import('@zxcvbn-ts/language-ja'),
    ])
    return new core.ZxcvbnFactory({
      dictionary: { ...common.dictionary, ...japanese.dictionary },
      graphs: common.adjacencyGraphs,
    })
  })())

/** Shorter pieces of a person's own words turn up in any password by accident. */
const telling = 4

/**
 * Judges how easily a password is guessed, by dictionaries (common and Japanese) and the customer's own words. It keeps
 * neither the password nor the words: both live for this one call. A hit is a warning, never a refusal.
 */
export async function guessPassword(password: Secret, own: OwnWords = {}): Promise<Guess> {
  const words = spellWords(own)
  const { score, sequence, feedback } = (await guesser()).check(password.reveal(), words)
  const folded = password.reveal().normalize('NFKC').toLowerCase()
  // The library finds them disguised too (reversed, 4 for a), but names its longest piece only, and none from score 3 on.
  const disguised = sequence.some((match) => match['dictionaryName'] === 'userInputs' && match.token.length >= telling)
  const isOwn = disguised || words.some((word) => word.length >= telling && folded.includes(word))
  const named = isOwn ? 'own' : (reasons[feedback.warning ?? ''] ?? null)
  // Eight characters drawn at random score 2 with nothing to be said against them: some providers allow no more.
  const reason = named ?? (score < 2 ? 'simple' : null)
  return { score, reason, warning: reason ? { code: 'guessable', facts: { score, warning: reason } } : null }
}
