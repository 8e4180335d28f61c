import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A person's desk made of small programs: a clipboard and an opener that write down what they were given. */
export interface FakeDesk {
  /** For the program under test: its search path begins here, and it has a display. */
  readonly env: Readonly<Record<string, string>>
  /** What stands on the clipboard now. */
  readonly clipboard: () => string
  /** The person copies something else. */
  readonly copyOther: (text: string) => void
  /** Everything that was ever put there, oldest first; an empty text is a clearing. */
  readonly copied: () => readonly string[]
  /** Pages that were opened, oldest first. */
  readonly opened: () => readonly string[]
  /** Arguments of every call of every tool. */
  readonly args: () => readonly string[]
}

export interface DeskOptions {
  /** Which clipboard tool is installed; null: none. */
  readonly clipboard?: 'xclip' | 'xsel' | 'wl-copy' | null
  /** How the opener ends; null: there is none. */
  readonly opener?: number | null
  /** Is there a display? */
  readonly display?: boolean
}

// One file for each thing put there: a person may be quicker than a clock is fine.
const script = (folder: string): string => `#!/bin/sh
printf '%s\\n' "\${0##*/} $*" >> '${folder}/args'
put() {
  cat > '${folder}/new' && cp '${folder}/new' '${folder}/now'
  n=$(ls '${folder}/copied' | wc -l)
  mv '${folder}/new' "${folder}/copied/$(printf '%04d' "$n")"
}
case "\${0##*/} $*" in
  wl-paste*|*-out*|*--output*) cat '${folder}/now' ;;
  *--clear*) put < /dev/null ;;
  *) put ;;
esac
`

export function makeDesk(folder: string, { clipboard = 'xclip', opener = 0, display = true }: DeskOptions = {}): FakeDesk {
  const programs = path.join(folder, 'programs')
  mkdirSync(programs, { recursive: true })
  mkdirSync(path.join(folder, 'copied'))
  const install = (name: string, text: string): void => writeFileSync(path.join(programs, name), text, { mode: 0o755 })
  for (const name of clipboard === 'wl-copy' ? ['wl-copy', 'wl-paste'] : clipboard === null ? [] : [clipboard])
    install(name, script(folder))
  if (opener !== null) install('xdg-open', `#!/bin/sh\nprintf '%s\\n' "$*" >> '${folder}/opened'\nexit ${opener}\n`)
  const read = (name: string): string => {
    const file = path.join(folder, name)
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  }
  const lines = (name: string): readonly string[] => read(name).split('\n').slice(0, -1)
  const shown = clipboard === 'wl-copy' ? { WAYLAND_DISPLAY: 'wayland-9' } : { DISPLAY: ':9' }
  return {
    env: { PATH: `${programs}:/usr/bin:/bin`, DISPLAY: '', WAYLAND_DISPLAY: '', ...(display ? shown : {}) },
    clipboard: () => read('now'),
    copyOther: (text) => writeFileSync(path.join(folder, 'now'), text),
    copied: () =>
      readdirSync(path.join(folder, 'copied'))
        .sort()
        .map((name) => read(path.join('copied', name))),
    opened: () => lines('opened'),
    args: () => lines('args'),
  }
}
