import type { Result } from '../../shared/base/result.ts'

/** Who this process is on Windows. */
export interface SessionUser {
  /** The account whose HKEY_CURRENT_USER and data protection this process uses. */
  readonly name: string
  /** The process has administrator's rights. By itself no reason to refuse: it matters whose they are. */
  readonly elevated: boolean
  /** The account that is logged in at the screen, where it is another one; null: the same. */
  readonly desktopUser: string | null
}

/** What a mail program's adapter has to know of the Windows session it runs in. Nothing here is changed, and no process is ever ended. */
export interface WindowsSession {
  /** Image names (`OUTLOOK.EXE`, `olk.exe`) of the processes of this session, in any order and case. */
  programs(): Promise<Result<readonly string[]>>
  user(): Promise<Result<SessionUser>>
}

/** A session that is said, for tests and for reading an exported file. */
export const saidSession = (
  programs: () => readonly string[],
  user: SessionUser = { name: 'user', elevated: false, desktopUser: null },
): WindowsSession => ({
  programs: async () => ({ ok: true, value: programs() }),
  user: async () => ({ ok: true, value: user }),
})
