/** Hidden, system, archive, not indexed: what a file's owner has set on it. The others are the file system's own. */
const carried = 0x2 | 0x4 | 0x20 | 0x2000
/** FILE_ATTRIBUTE_NORMAL stands for none at all; INVALID_FILE_ATTRIBUTES for a file that cannot be asked. */
const [none, unknown] = [0x80, 0xffff_ffff]

async function load() {
  const { default: koffi } = await import('koffi')
  const kernel = koffi.load('kernel32.dll')
  return {
    attributesOf: kernel.func('GetFileAttributesW', 'uint32', ['str16']),
    setAttributes: kernel.func('SetFileAttributesW', 'bool', ['str16', 'uint32']),
  }
}

let loaded: ReturnType<typeof load> | null = null

/**
 * Gives a file's successor the attributes of the file: on Windows a rename brings along the new file's. Does nothing on other systems, whose
 * mode says it all. Where they cannot be set the successor stays without: the new contents matter more.
 */
export async function carryAttributes(file: string, successor: string): Promise<void> {
  if (process.platform !== 'win32') return
  const api = await (loaded ??= load())
  const found = Number(api.attributesOf(file))
  if (found !== unknown) api.setAttributes(successor, found & carried || none)
}
