/** GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, OPEN_ALWAYS. */
const [read, write, shareRead, openAlways] = [0x8000_0000, 0x4000_0000, 1, 4]
const noHandle = 0xffff_ffff_ffff_ffffn

/**
 * Holds a file open as programs of Windows do (Node's own always shares): `alone` lets nobody else open it, as Thunderbird its lock; `read`
 * lets others read, but neither write nor rename nor remove, as a virus scanner does. Makes the file where there is none. The answer lets go.
 */
export async function holdFile(file: string, how: 'alone' | 'read'): Promise<() => Promise<void>> {
  const { default: koffi } = await import('koffi')
  const kernel = koffi.load('kernel32.dll')
  const create = kernel.func('CreateFileW', 'uintptr_t', ['str16', 'uint32', 'uint32', 'void *', 'uint32', 'uint32', 'void *'])
  const close = kernel.func('CloseHandle', 'bool', ['uintptr_t'])
  const [rights, share] = how === 'alone' ? [read + write, 0] : [read, shareRead]
  const handle: unknown = create(file, rights, share, null, openAlways, 0x80, null)
  if (typeof handle !== 'number' && typeof handle !== 'bigint') throw new Error('no handle')
  if (BigInt(handle) === noHandle) throw new Error(`cannot hold ${file}`)
  return async () => {
    close(handle)
  }
}
