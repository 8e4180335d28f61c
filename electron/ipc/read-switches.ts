/** What the window's program can be told at its start: for a stick, a second folder, or a test. Nobody has to. */
export interface Switches {
  readonly dataDir: string | null
  readonly browser: string | null
  /** A file that describes a practice provider which another process keeps running. */
  readonly practice: string | null
  readonly vault: 'os' | 'file' | null
}

/** Reads `--data-dir=`, `--browser=`, `--practice=` and `--vault=os|file`; everything else belongs to the shell and is passed over. */
export function readSwitches(argv: readonly string[]): Switches {
  const said = (name: string): string | null => {
    const found = argv.findLast((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)
    return found === undefined || found === '' ? null : found
  }
  const vault = said('vault')
  return {
    dataDir: said('data-dir'),
    browser: said('browser'),
    practice: said('practice'),
    vault: vault === 'os' || vault === 'file' ? vault : null,
  }
}
