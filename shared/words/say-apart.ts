import type { InBoth, Lang } from './lang.ts'

/** A login, and whose site knows it (null where a plan of an older program does not say). */
export interface KnownLogin {
  readonly login: string
  readonly provider: string | null
}

/** A login as people read it: with its provider's name where another provider of the same run knows the same one, else by itself. */
export function sayApart(
  one: KnownLogin,
  all: readonly KnownLogin[],
  nameOf: (provider: string) => InBoth | null,
  lang: Lang,
): string {
  const { login, provider } = one
  const twice = all.some((other) => other.login === login && other.provider !== provider)
  if (!twice || provider === null) return login
  const name = nameOf(provider)?.[lang] ?? provider
  return lang === 'ja' ? `${login}（${name}）` : `${login} (${name})`
}
