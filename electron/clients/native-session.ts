import { fail, ok, type Result } from '../../shared/base/result.ts'
import { listOwnProcesses } from '../os/toolhelp.ts'
import type { SessionUser, WindowsSession } from './windows-session.ts'

/** TOKEN_QUERY; TokenElevation; WTS_CURRENT_SESSION; WTSUserName. */
const [toAsk, elevation, thisSession, userName] = [8, 20, 0xffff_ffff, 5]

async function load() {
  const { default: koffi } = await import('koffi')
  const [kernel, rights, sessions] = ['kernel32.dll', 'advapi32.dll', 'wtsapi32.dll'].map((name) => koffi.load(name))
  const outPointer = koffi.out(koffi.pointer('uintptr_t'))
  return {
    lastError: kernel!.func('GetLastError', 'uint32', []),
    ownProcess: kernel!.func('GetCurrentProcess', 'uintptr_t', []),
    close: kernel!.func('CloseHandle', 'bool', ['uintptr_t']),
    openToken: rights!.func('OpenProcessToken', 'bool', ['uintptr_t', 'uint32', outPointer]),
    askToken: rights!.func('GetTokenInformation', 'bool', [
      'uintptr_t',
      'int',
      'uint8 *',
      'uint32',
      koffi.out(koffi.pointer('uint32')),
    ]),
    ownName: rights!.func('GetUserNameW', 'bool', ['uint8 *', koffi.inout(koffi.pointer('uint32'))]),
    askSession: sessions!.func('WTSQuerySessionInformationW', 'bool', ['void *', 'uint32', 'int', outPointer, outPointer]),
    free: sessions!.func('WTSFreeMemory', 'void', ['uintptr_t']),
    textAt: (at: bigint): string => String(koffi.decode(at, 'char16_t', -1)),
  }
}

type Api = Awaited<ReturnType<typeof load>>
let loaded: Promise<Api> | null = null

function isElevated(api: Api): boolean | null {
  const token: (number | bigint)[] = [0]
  if (!api.openToken(api.ownProcess(), toAsk, token)) return null
  try {
    const answer = Buffer.alloc(4)
    return api.askToken(token[0], elevation, answer, 4, [0]) ? answer.readUInt32LE() !== 0 : null
  } finally {
    api.close(token[0])
  }
}

/** The name of the account this process runs as; null where Windows does not say. */
function ownName(api: Api): string | null {
  // UNLEN + 1: no account name is longer.
  const [letters, length] = [Buffer.alloc(514), [257]]
  return api.ownName(letters, length) ? letters.toString('utf16le', 0, ((length[0] ?? 1) - 1) * 2) : null
}

/** The name of the account that is logged in at this screen; empty where nobody is (a service); null where Windows does not say. */
function screenName(api: Api): string | null {
  const [at, size]: [(number | bigint)[], (number | bigint)[]] = [[0], [0]]
  if (!api.askSession(null, thisSession, userName, at, size)) return null
  const place = BigInt(at[0] ?? 0)
  if (place === 0n) return null
  const name = api.textAt(place)
  api.free(place)
  return name
}

async function user(): Promise<Result<SessionUser>> {
  const api = await (loaded ??= load())
  const [name, elevated, screen] = [ownName(api), isElevated(api), screenName(api)]
  if (name === null || elevated === null || screen === null)
    return fail('unexpected', 'after-person', { reference: 'windows-session', number: Number(api.lastError()) })
  // Names of accounts are compared without case, as Windows does at the logon.
  const same = screen === '' || screen.toUpperCase() === name.toUpperCase()
  return ok({ name, elevated, desktopUser: same ? null : screen })
}

async function programs(): Promise<Result<readonly string[]>> {
  try {
    return ok((await listOwnProcesses()).map(({ program }) => program))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return fail('unexpected', 'after-person', { reference: 'process-list', errno: String(error.code) })
  }
}

const notHere = fail('unexpected', 'never', { reference: 'windows-session', reason: 'not-here' })

/**
 * The Windows session this process runs in (see the port). `user` tells a program started with another person's password or rights from
 * one of the person at the screen: both have their own registry and their own data protection. Everywhere else it refuses.
 */
export const nativeSession: WindowsSession = {
  programs: async () => (process.platform === 'win32' ? programs() : notHere),
  user: async () => (process.platform === 'win32' ? user() : notHere),
}
