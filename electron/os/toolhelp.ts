/** A process as Windows lists it: the name of its program file with ending, and the session (the screen) it belongs to. */
export interface WindowsProcess {
  readonly pid: number
  readonly program: string
  /** Null: Windows does not say, as of processes of the system's own. */
  readonly session: number | null
}

/** TH32CS_SNAPPROCESS; INVALID_HANDLE_VALUE as koffi gives it. */
const [ofProcesses, noHandle] = [2, 0xffff_ffff_ffff_ffffn]

async function load() {
  const { default: koffi } = await import('koffi')
  const kernel = koffi.load('kernel32.dll')
  const entry = koffi.struct({
    dwSize: 'uint32',
    cntUsage: 'uint32',
    th32ProcessID: 'uint32',
    th32DefaultHeapID: 'uintptr_t',
    th32ModuleID: 'uint32',
    cntThreads: 'uint32',
    th32ParentProcessID: 'uint32',
    pcPriClassBase: 'int32',
    dwFlags: 'uint32',
    szExeFile: koffi.array('uint16', 260),
  })
  return {
    size: koffi.sizeof(entry),
    pidAt: koffi.offsetof(entry, 'th32ProcessID'),
    nameAt: koffi.offsetof(entry, 'szExeFile'),
    lastError: kernel.func('GetLastError', 'uint32', []),
    snapshot: kernel.func('CreateToolhelp32Snapshot', 'uintptr_t', ['uint32', 'uint32']),
    first: kernel.func('Process32FirstW', 'bool', ['uintptr_t', 'uint8 *']),
    next: kernel.func('Process32NextW', 'bool', ['uintptr_t', 'uint8 *']),
    close: kernel.func('CloseHandle', 'bool', ['uintptr_t']),
    sessionOf: kernel.func('ProcessIdToSessionId', 'bool', ['uint32', koffi.out(koffi.pointer('uint32'))]),
  }
}

let loaded: ReturnType<typeof load> | null = null

/** A failure of Windows's own as an error that carries its number, as Node's file errors do. */
const windowsError = (what: string, number: number): Error => Object.assign(new Error(what), { code: `WIN32_${number}` })

/**
 * Every process there is, by Windows's own list (Toolhelp): it needs no other program, no rights and no words of any language. Rejects with
 * a `code` where the list cannot be had. Windows only.
 */
export async function listProcesses(): Promise<readonly WindowsProcess[]> {
  const api = await (loaded ??= load())
  const session = (pid: number): number | null => {
    const found = [0]
    return api.sessionOf(pid, found) ? (found[0] ?? null) : null
  }
  const list = api.snapshot(ofProcesses, 0)
  if (BigInt(list) === noHandle) throw windowsError('CreateToolhelp32Snapshot', api.lastError())
  try {
    const row = Buffer.alloc(api.size)
    row.writeUInt32LE(api.size)
    if (!api.first(list, row)) throw windowsError('Process32FirstW', api.lastError())
    const all: WindowsProcess[] = []
    do {
      const pid = row.readUInt32LE(api.pidAt)
      const name = row.toString('utf16le', api.nameAt, api.nameAt + 520)
      all.push({ pid, program: name.slice(0, name.indexOf('\0')), session: session(pid) })
    } while (api.next(list, row))
    return all
  } finally {
    api.close(list)
  }
}

/** The processes of this process's own session: what this person can see and close. */
export async function listOwnProcesses(): Promise<readonly WindowsProcess[]> {
  const all = await listProcesses()
  const own = all.find(({ pid }) => pid === process.pid)?.session
  return all.filter(({ session }) => session === own)
}
