/** What the window's program can be told at its start: for a stick, a second folder, or a test. Nobody has to. */
export interface Switches {
  readonly dataDir: string | null
  readonly browser: string | null
  /** A file that describes a practice provider which another process keeps running. Never in the packaged program. */
  readonly practice: string | null
  readonly vault: 'os' | 'file' | null
}

/** The browsers that may be named by a word: the installed ones, at the places where they are installed. */
const namedBrowsers = ['edge', 'chrome', 'chromium']

/**
 * Reads `--data-dir=`, `--browser=`, `--practice=` and `--vault=os|file`; everything else belongs to the shell and is passed over. In the
 * `packaged` program nothing said here may lead a person's passwords elsewhere: no practice file, which brings servers and an authority to
 * trust, and no browser by its path. No switch turns a lock, a question or a check off; a vault is never memory alone.
 */
export function readSwitches(argv: readonly string[], packaged: boolean): Switches {
  const said = (name: string): string | null => {
    const found = argv.findLast((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)
    return found === undefined || found === '' ? null : found
  }
  const vault = said('vault')
  const browser = said('browser')
  const known = browser !== null && namedBrowsers.includes(browser.toLowerCase())
  return {
    dataDir: said('data-dir'),
    browser: packaged && !known ? null : browser,
    practice: packaged ? null : said('practice'),
    vault: vault === 'os' || vault === 'file' ? vault : null,
  }
}
