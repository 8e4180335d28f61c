import { secretForms } from '../../shared/base/secret.ts'

/** Text pieces of base64 that stand for these bytes wherever they begin in what was encoded: their neighbours do not matter. */
function base64Cores(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    return text.slice(Math.ceil((offset * 4) / 3), Math.floor(((offset + bytes.length) * 8) / 6))
  })
}

/**
 * Every form in which a password could lie in a file: clear, base64 at any offset (a SASL line, a data URL), URL- and form-encoded,
 * JSON- and HTML-escaped, UTF-16 either way and that in base64, hex, reversed.
 */
export function formsOf(secret: string): readonly { readonly form: string; readonly bytes: Buffer }[] {
  const clear = Buffer.from(secret)
  const utf16 = Buffer.from(secret, 'utf16le')
  const cores = [...base64Cores(clear), ...base64Cores(utf16)]
  const named: readonly (readonly [string, string | Buffer])[] = [
    ['clear', clear],
    ['utf16le', utf16],
    ['utf16be', Buffer.from(utf16).swap16()],
    ...cores.map((text) => ['base64', text] as const),
    ...cores.map((text) => ['base64url', text.replaceAll('+', '-').replaceAll('/', '_')] as const),
    ['url', encodeURIComponent(secret)],
    ['url', encodeURIComponent(secret).replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())],
    ['form', new URLSearchParams({ x: secret }).toString().slice(2)],
    ['hex', clear.toString('hex')],
    ['hex', clear.toString('hex').toUpperCase()],
    ['reversed', Array.from(secret).reverse().join('')],
    ...secretForms(secret).map((text) => ['escaped', text] as const),
  ]
  const seen = new Set<string>()
  return named.flatMap(([form, text]) => {
    const bytes = Buffer.from(text)
    const key = bytes.toString('latin1')
    if (bytes.length < 6 || seen.has(key)) return []
    seen.add(key)
    return [{ form, bytes }]
  })
}
