import { fail, ok } from '../../shared/base/result.ts'
import type { PasswordBox } from './password-box.ts'

/** CRYPTPROTECT_UI_FORBIDDEN: no window of Windows's own may ask anybody. */
const withoutAsking = 1

/** Where Windows left a blob, and how long it is. */
interface Blob {
  readonly cbData: number
  readonly pbData: bigint
}

async function load() {
  const { default: koffi } = await import('koffi')
  const crypt = koffi.load('crypt32.dll')
  const kernel = koffi.load('kernel32.dll')
  const given = koffi.pointer(koffi.struct({ cbData: 'uint32', pbData: 'uint8 *' }))
  const taken = koffi.out(koffi.pointer(koffi.struct({ cbData: 'uint32', pbData: 'uintptr_t' })))
  const free = kernel.func('LocalFree', 'void *', ['uintptr_t'])
  return {
    lastError: kernel.func('GetLastError', 'uint32', []),
    protect: crypt.func('CryptProtectData', 'bool', [given, 'str16', 'void *', 'void *', 'void *', 'uint32', taken]),
    unprotect: crypt.func('CryptUnprotectData', 'bool', [
      given,
      koffi.out(koffi.pointer('uintptr_t')),
      'void *',
      'void *',
      'void *',
      'uint32',
      taken,
    ]),
    free: (at: number | bigint): unknown => free(at),
    textAt: (at: bigint): string => String(koffi.decode(at, 'char16_t', -1)),
    /** A copy of the bytes; Windows's own are wiped before they are given back to it. */
    take: ({ cbData, pbData }: Blob): Uint8Array => {
      const view = Buffer.from(koffi.view(pbData, cbData))
      const copy = Uint8Array.from(view)
      view.fill(0)
      free(pbData)
      return copy
    },
  }
}

let loaded: ReturnType<typeof load> | null = null

/**
 * The password box of Windows itself (see the port): CryptProtectData and CryptUnprotectData for the user who is logged in. Everywhere else
 * it refuses. What Windows says goes along as `number`.
 */
export const dpapiBox: PasswordBox = {
  async protect(bytes, description) {
    if (process.platform !== 'win32') return fail('client-no-key', 'after-person', { reason: 'not-here' })
    const api = await (loaded ??= load())
    const out: Blob = { cbData: 0, pbData: 0n }
    const given = { cbData: bytes.length, pbData: bytes }
    if (!api.protect(given, description, null, null, null, withoutAsking, out))
      return fail('client-no-key', 'after-person', { reason: 'refused', number: Number(api.lastError()) })
    return ok(api.take(out))
  },
  async unprotect(box) {
    if (process.platform !== 'win32') return fail('client-no-key', 'after-person', { reason: 'not-here' })
    const api = await (loaded ??= load())
    const out: Blob = { cbData: 0, pbData: 0n }
    const said: (number | bigint)[] = [0]
    if (!api.unprotect({ cbData: box.length, pbData: box }, said, null, null, null, withoutAsking, out))
      return fail('client-no-key', 'after-person', { reason: 'other-user', number: Number(api.lastError()) })
    const at = BigInt(said[0] ?? 0)
    const description = at === 0n ? '' : api.textAt(at)
    if (at !== 0n) api.free(at)
    return ok({ bytes: api.take(out), description })
  },
}
