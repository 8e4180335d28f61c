import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import path from 'node:path'

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

/** Every form in which a password could lie in a file: clear, base64 at any offset, URL-encoded, UTF-16 either way, hex, and SASL PLAIN. */
export function formsOf(secret: string): readonly { readonly form: string; readonly bytes: Buffer }[] {
  const clear = Buffer.from(secret)
  // The middle of its base64 does not depend on its neighbours; three offsets cover every place it could start at.
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), clear]).toString('base64')
    return text.slice(Math.ceil((offset * 4) / 3), Math.floor(((offset + clear.length) * 8) / 6) - 1)
  })
  return [
    { form: 'clear', bytes: clear },
    ...base64.map((text) => ({ form: 'base64', bytes: Buffer.from(text) })),
    ...base64.map((text) => ({ form: 'base64url', bytes: Buffer.from(text.replaceAll('+', '-').replaceAll('/', '_')) })),
    { form: 'url', bytes: Buffer.from(encodeURIComponent(secret)) },
    { form: 'utf16le', bytes: Buffer.from(secret, 'utf16le') },
    { form: 'utf16be', bytes: utf16be(secret) },
    { form: 'hex', bytes: Buffer.from(clear.toString('hex')) },
    { form: 'reversed', bytes: Buffer.from(Array.from(secret).reverse().join('')) },
  ]
}

/** Where a secret stands below a folder: `file (form)`, empty when nowhere. File names count, too. */
export function findSecret(folder: string, secrets: readonly string[], except: (name: string) => boolean): string[] {
  const found: string[] = []
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name)
    if (except(name)) continue
    let bytes: Buffer
    try {
      bytes = statSync(file).isFile() ? readFileSync(file) : Buffer.alloc(0)
    } catch {
      continue // gone since it was listed, or a socket's dangling link
    }
    for (const secret of secrets) {
      for (const { form, bytes: needle } of formsOf(secret)) {
        if (bytes.includes(needle) || Buffer.from(name).includes(needle)) found.push(`${name} (${form})`)
      }
    }
  }
  return found
}

/** Command lines and environments of all processes of this machine that carry a secret, our own test process left out. */
export function processesShowing(secrets: readonly string[], ignore: readonly number[]): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && !ignore.includes(Number(name)))
    .flatMap((pid) => {
      try {
        const texts = [readFileSync(`/proc/${pid}/cmdline`), readFileSync(`/proc/${pid}/environ`)]
        const shows = secrets.some((secret) => formsOf(secret).some(({ bytes }) => texts.some((text) => text.includes(bytes))))
        return shows ? [`${pid} ${readlinkSync(`/proc/${pid}/exe`)}`] : []
      } catch {
        return []
      }
    })
}
