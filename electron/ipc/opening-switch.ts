/** Switches of Electron and Chromium by which somebody else gets into the page, into its network, or under its locks. */
const openings: ReadonlySet<string> = new Set([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-wait',
  'inspect-publish-uid',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'single-process',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'host-rules',
  'host-resolver-rules',
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
])

/** As Chromium reads a switch: without the blanks around the word, one dash or two, on Windows a slash too, in any case of letters. */
const nameOf = (word: string): string => (/^(?:--?|\/)([a-z-]+)(?:=|$)/i.exec(word.trim())?.[1] ?? '').toLowerCase()

/**
 * The first word by which the packaged program would be opened to somebody else, or null. It does not start then. `--no-sandbox` is not
 * among them: Linux packages start themselves with it where the system has no room for a sandbox.
 */
export const openingSwitch = (argv: readonly string[]): string | null => argv.find((word) => openings.has(nameOf(word))) ?? null
