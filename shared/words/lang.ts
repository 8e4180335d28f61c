/** Languages every sentence exists in: Japanese first. */
export type Lang = 'ja' | 'en'
export const langs: readonly Lang[] = ['ja', 'en']

/** One text in every language; a missing language does not compile. */
export type InBoth<T = string> = Readonly<Record<Lang, T>>
