/** PROCESS_QUERY_LIMITED_INFORMATION: asks about a process of this user's, whatever rights it was started with. */
const toAsk = 0x1000
/** ERROR_INVALID_PARAMETER: no process has this number. STILL_ACTIVE: what an exit code says while there is none. */
const [noSuch, running] = [87, 259]

async function load() {
  const { default: koffi } = await import('koffi')
  const kernel = koffi.load('kernel32.dll')
  return {
    lastError: kernel.func('GetLastError', 'uint32', []),
    open: kernel.func('OpenProcess', 'uintptr_t', ['uint32', 'bool', 'uint32']),
    times: kernel.func('GetProcessTimes', 'bool', ['uintptr_t', 'uint8 *', 'uint8 *', 'uint8 *', 'uint8 *']),
    exitCode: kernel.func('GetExitCodeProcess', 'bool', ['uintptr_t', koffi.out(koffi.pointer('uint32'))]),
    close: kernel.func('CloseHandle', 'bool', ['uintptr_t']),
  }
}

let loaded: ReturnType<typeof load> | null = null

/**
 * When a process was started, by Windows's own clock (FILETIME, as a number in text), and whether it has ended: somebody may still hold a
 * handle of a dead one. Null: there is none of that number. `started` empty: it is another user's, and Windows does not tell. Windows only.
 */
export async function windowsProcessStart(pid: number): Promise<{ readonly dead: boolean; readonly started: string } | null> {
  const api = await (loaded ??= load())
  const handle: unknown = api.open(toAsk, false, pid)
  if (Number(handle) === 0) return Number(api.lastError()) === noSuch ? null : { dead: false, started: '' }
  try {
    const [created, rest, code] = [Buffer.alloc(8), Buffer.alloc(8), [running]]
    const told = Boolean(api.times(handle, created, rest, rest, rest)) && Boolean(api.exitCode(handle, code))
    return told ? { dead: code[0] !== running, started: String(created.readBigUInt64LE()) } : { dead: false, started: '' }
  } finally {
    api.close(handle)
  }
}
