import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { WindowsSession } from '../windows-session.ts'

/** Does Outlook (the classic one) run in this session? Other programs that have the profile open (search, Teams) do no harm. */
export async function outlookRunning(session: WindowsSession): Promise<Result<boolean>> {
  const programs = await session.programs()
  return programs.ok ? ok(programs.value.some((name) => name.toUpperCase() === 'OUTLOOK.EXE')) : programs
}

/**
 * May anything be written now? Refuses `client-running` (Outlook writes its accounts back when it ends), and `client-other-user` where this
 * process acts for another user than the one at the screen: it would write into that user's registry, with that user's key.
 */
export async function mayWrite(session: WindowsSession, folder: string): Promise<Result<void>> {
  const user = await rightUser(session)
  if (!user.ok) return user
  const running = await outlookRunning(session)
  if (!running.ok) return running
  return running.value ? fail('client-running', 'after-person', { client: 'outlook', folder }) : ok()
}

/** Refuses `client-other-user` as `mayWrite` does: what is found under another user's name says nothing about this one's mail. */
export async function rightUser(session: WindowsSession): Promise<Result<void>> {
  const user = await session.user()
  if (!user.ok) return user
  const { name, desktopUser } = user.value
  return desktopUser === null ? ok() : fail('client-other-user', 'after-person', { user: name, wanted: desktopUser })
}
