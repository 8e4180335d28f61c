import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ProblemCode } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { makeKeyStore } from './key-store.ts'
import { installsIni, loginsJson, mailFolder, prefsJs, profilesIni, type ProfileMailbox } from './profile-files.ts'

const mark = (): string => randomBytes(4).toString('hex')

/** A sample Thunderbird as it lies on a customer's PC. */
export interface PracticeProfile {
  /** Holds `profiles.ini`: what `--thunderbird-root` takes. */
  readonly root: string
  /** The profile in use: what Thunderbird's own `--profile` takes. */
  readonly folder: string
}

const codes: Readonly<Record<string, ProblemCode>> = { ENOSPC: 'disk-full', ENOENT: 'file-missing', ENOTDIR: 'file-missing' }

function refusal(error: unknown, root: string): Result<never> {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error
  const reason = String(error.code)
  return fail(codes[reason] ?? 'file-not-writable', 'after-person', { file: root, reason })
}

/**
 * Writes a sample Thunderbird root into `root`: profiles.ini, installs.ini, a profile that was never used, and one in use with the given
 * mailboxes (at least one), Local Folders, stored passwords and an AES key as Thunderbird 153 makes it, without primary password. Works with
 * the real Thunderbird; the practice authority has to be trusted there separately. Refuses to write over anything.
 */
export async function writePracticeProfile(
  root: string,
  mailboxes: readonly ProfileMailbox[],
  nowMs: number = Date.now(),
): Promise<Result<PracticeProfile>> {
  if (mailboxes.length === 0) throw new Error('a sample profile needs a mailbox')
  const [used, unused] = [`${mark()}.default-default`, `${mark()}.default`]
  const folder = path.join(root, used)
  const keys = await makeKeyStore()
  const logins = loginsJson(mailboxes, keys.encrypt, nowMs)
  const times = JSON.stringify({ created: nowMs, firstUse: nowMs })
  const folders = ['Mail/Local Folders', ...mailboxes.map((box, index) => mailFolder(box, index + 1))]
  const files: readonly (readonly [name: string, content: string | Uint8Array])[] = [
    ['profiles.ini', profilesIni(used, unused)],
    ['installs.ini', installsIni(used)],
    [`${unused}/times.json`, times],
    [`${used}/times.json`, times],
    [`${used}/prefs.js`, prefsJs(mailboxes)],
    [`${used}/logins.json`, logins],
    [`${used}/logins-backup.json`, logins],
    [`${used}/key4.db`, keys.bytes],
    ...folders.map((name) => [`${used}/${name}/msgFilterRules.dat`, 'version="9"\nlogging="no"\n'] as const),
  ]
  try {
    await mkdir(root, { recursive: true, mode: 0o700 })
    for (const [name, content] of files) {
      const file = path.join(root, name)
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
      await writeFile(file, content, { flag: 'wx', mode: 0o600 })
    }
  } catch (error) {
    return refusal(error, root)
  }
  return ok({ root, folder })
}
