/** What becomes of files that people drop or choose, in the isolated world. */
export interface DroppedFiles {
  /** One of the files that wait for their path. */
  readonly held: (id: number, at: number) => File | undefined
  readonly tell: (id: number, found: readonly string[]) => void
  readonly pathOf: (file: File) => string
}

/**
 * Where a file lies only the browser knows, and it tells later: a drop or a choice waits until the paths are here, and then happens
 * again. Self-contained: its text is sent into the page.
 */
export function holdFiles(send: (message: unknown) => void): DroppedFiles {
  const paths = new Map<string, string>()
  const waiting = new Map<number, { readonly files: readonly File[]; readonly again: () => void }>()
  let last = 0
  const keyOf = ({ name, size, lastModified }: File): string => `${name}\n${size}\n${lastModified}`
  const holdBack = (event: Event, files: FileList | null | undefined, anew: (files: readonly File[]) => Event): void => {
    if (!event.isTrusted || !files || files.length === 0) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const { target } = event
    const kept = Array.from(files)
    waiting.set(++last, { files: kept, again: () => void target?.dispatchEvent(anew(kept)) })
    send({ kind: 'files', id: last, count: kept.length })
  }
  const dropAnew = ({ clientX, clientY }: DragEvent, files: readonly File[]): Event => {
    const dataTransfer = new DataTransfer()
    for (const file of files) dataTransfer.items.add(file)
    return new DragEvent('drop', { dataTransfer, clientX, clientY, bubbles: true, cancelable: true })
  }
  window.addEventListener('drop', (event) => holdBack(event, event.dataTransfer?.files, (files) => dropAnew(event, files)), true)
  const changeAnew = (): Event => new Event('change', { bubbles: true })
  window.addEventListener('change', (event) => holdBack(event, (event.target as HTMLInputElement).files, changeAnew), true)
  return {
    held: (id, at) => waiting.get(id)?.files[at],
    tell: (id, found) => {
      const { files = [], again } = waiting.get(id) ?? {}
      waiting.delete(id)
      files.forEach((file, at) => paths.set(keyOf(file), found[at] ?? ''))
      again?.()
    },
    pathOf: (file) => paths.get(keyOf(file)) ?? '',
  }
}
