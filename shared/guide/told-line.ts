import type { Words } from '../provider/provider.ts'

/** What is handed to the person with a line, by name. A password is never part of a sentence. */
export const giveNames = ['loginName', 'loginPassword', 'address', 'userName', 'currentPassword', 'newPassword'] as const
export type GiveName = (typeof giveNames)[number]

/** `part`: only what stands before or after its first @. */
export interface Give {
  readonly what: GiveName
  readonly part?: 'before-at' | 'after-at' | undefined
}

/**
 * What a person does with one line. `own`: something only the person knows (a name, a birth date). `check`: looks whether the page shows the
 * value given with it; `check-rest`: looks that nothing else would be changed. `commit`: the one act that changes the password.
 */
export const guideActs = [
  'fill',
  'fill-text',
  'empty',
  'choose',
  'choose-text',
  'tick',
  'untick',
  'code',
  'own',
  'press',
  'press-in-row',
  'press-named',
  'sign-in',
  'commit',
  'check',
  'check-rest',
  'note-down',
] as const
export type GuideAct = (typeof guideActs)[number]

/** One act read off a recipe. `maybe`: only where the page shows it. `asksBack`: the site asks once more in a small window. */
export interface DerivedLine {
  readonly act: GuideAct
  /** The control's (or label's) own words, as the page has them. */
  readonly control: string | null
  /** The section the control stands in. */
  readonly among: string | null
  /** A fixed text to type or choose. */
  readonly text: string | null
  readonly maybe: boolean
  readonly asksBack: boolean
  readonly give: Give | null
}

/** One line in the words of the provider's data. */
export interface SaidLine {
  readonly act: 'as-said'
  readonly say: Words
  readonly give: Give | null
}

/** One thing the person does by own hand, to be told in one sentence. */
export type ToldLine = DerivedLine | SaidLine

/** From this line on the person holds the new password, and may have changed it. */
export const handsOutNew = ({ give }: Pick<ToldLine, 'give'>): boolean => give?.what === 'newPassword'

const secretNames: readonly GiveName[] = ['loginPassword', 'currentPassword', 'newPassword']
/** Is this one of the passwords? */
export const isSecretName = (name: GiveName): boolean => secretNames.includes(name)
