import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dropFolder } from '../canary/drop-folder.ts'

/** A real NSS library at work on a profile: what it encrypts and decrypts is what Thunderbird itself would. */
export interface Nss {
  decrypt(profile: string, primaryPassword: string, stored: string): string
  /** 3DES in every version (PK11SDR_Encrypt); makes the profile's 3DES key where there is none. */
  encrypt(profile: string, primaryPassword: string, text: string): string
  setPrimaryPassword(profile: string, from: string, to: string): void
  remove(): void
}

const own = ['/usr/lib/thunderbird/libnss3.so', '/usr/lib/thunderbird-esr/libnss3.so']

/** The library beside Thunderbird, or null. Only that one knows AES strings and 48-byte salts. */
export const thunderbirdNss = (): string | null => own.find((file) => existsSync(file)) ?? null
/** The system's library (Debian 12: 3.87), as certutil uses it. */
export const systemNss = 'libnss3.so'

/** Why no NSS can be asked here, or null. */
export const nssMissing = (): string | null => (existsSync('/usr/bin/gcc') ? null : 'not installed: gcc, libc6-dev')

const hex = (text: string): string => Buffer.from(text, 'utf8').toString('hex')

/** Builds the small program that asks a library; the caller removes it. */
export function openNss(library: string): Nss {
  const folder = mkdtempSync(path.join(tmpdir(), 'nss-tool-'))
  const tool = path.join(folder, 'nss-tool')
  execFileSync('gcc', ['-O1', '-o', tool, path.join(import.meta.dirname, 'nss-tool.c'), '-ldl'])
  const run = (profile: string, verb: string, ...lines: readonly string[]): Buffer =>
    Buffer.from(
      execFileSync(tool, [library, profile, verb], {
        input: lines.map((line) => `${line}\n`).join(''),
        env: { ...process.env, LD_LIBRARY_PATH: path.dirname(library) },
        stdio: ['pipe', 'pipe', 'pipe'],
      })
        .toString()
        .trim(),
      'hex',
    )
  return {
    decrypt: (profile, password, stored) =>
      run(profile, 'decrypt', hex(password), Buffer.from(stored, 'base64').toString('hex')).toString('utf8'),
    encrypt: (profile, password, text) => run(profile, 'encrypt', hex(password), hex(text)).toString('base64'),
    setPrimaryPassword: (profile, from, to) => void run(profile, 'password', hex(from), hex(to)),
    remove: () => dropFolder(folder),
  }
}
