import type { Result } from './result.ts'
import { z } from './zod.ts'

/** Which of a contract's passwords is meant. Using one as another is the commonest human mistake, so it is part of the type. */
export const realm = z.enum(['portal', 'mail', 'connection', 'account', 'contract'])
export type Realm = z.infer<typeof realm>

/**
 * Names a secret in the vault; holds no part of it. `for`: the address or login it opens at `provider` (a login by itself names nothing: two
 * sites may know the same one). Plans of older programs name no provider. Safe to write anywhere.
 */
export const secretRef = z.strictObject({
  run: z.string(),
  provider: z.string().optional(),
  for: z.string(),
  realms: z.array(realm).min(1),
  which: z.enum(['old', 'new']),
})
export type SecretRef = Readonly<z.infer<typeof secretRef>>

/** The name a vault files a secret under: the same for two references only where they name the same secret. */
export const secretKey = ({ run, which, realms, provider, for: owner }: SecretRef): string =>
  [run, which, realms.join('+'), ...(provider === undefined ? [] : [provider]), owner].join('/')

export const sameSecret = (one: SecretRef, other: SecretRef): boolean => secretKey(one) === secretKey(other)

/**
 * A password in memory. It has no schema, prints as `[secret]` in logs, JSON and inspectors, and gives its value only
 * when asked by name. Never trimmed, re-cased or re-encoded.
 */
export class Secret {
  readonly #value: string
  constructor(value: string) {
    this.#value = value
  }
  reveal(): string {
    return this.#value
  }
  toString(): string {
    return '[secret]'
  }
  toJSON(): string {
    return '[secret]'
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]'
  }
}

/** Where secrets are kept by reference. `put` promises the value was read back equal before it answers ok. */
export interface Vault {
  readonly kind: 'os' | 'file' | 'memory'
  put(ref: SecretRef, value: Secret): Promise<Result<void>>
  get(ref: SecretRef): Promise<Result<Secret>>
  drop(ref: SecretRef): Promise<Result<void>>
}

const base64 = (bytes: readonly number[]): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]]
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    out += alphabet[word >> 18]! + alphabet[(word >> 12) & 63]!
    out += b === undefined ? '=' : alphabet[(word >> 6) & 63]!
    out += c === undefined ? '=' : alphabet[word & 63]!
  }
  return out
}

/** UTF-8 bytes of a string, without Node or the DOM (TextEncoder does not exist here). */
export function utf8Bytes(text: string): number[] {
  const out: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) out.push(code)
    else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else out.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
  }
  return out
}

const percent = (bytes: readonly number[], keep: RegExp): string =>
  bytes
    .map((byte) =>
      keep.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('')

/** The forms in which a secret could stand in a text: clear, base64, URL-encoded, JSON- and HTML-escaped, UTF-16-ish with NULs. */
export function secretForms(value: string): readonly string[] {
  const bytes = utf8Bytes(value)
  const forms = [
    value,
    base64(bytes),
    percent(bytes, /[A-Za-z0-9\-_.!~*'()]/),
    percent(bytes, /[A-Za-z0-9\-_.*]/).replaceAll('%20', '+'),
    JSON.stringify(value).slice(1, -1),
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    Array.from(value).join('\0'),
  ]
  return [...new Set(forms)].filter((form) => form.length > 0).sort((a, b) => b.length - a.length)
}

/** Puts `‹•••›` in place of every known secret, in every form it could take. For a server's or a page's own words. */
export function redact(text: string, secrets: readonly Secret[]): string {
  let out = text
  for (const form of secrets.flatMap((secret) => secretForms(secret.reveal()))) out = out.replaceAll(form, '‹•••›')
  return out
}
