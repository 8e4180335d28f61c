import type { Facts, Problem } from '../../shared/base/problem.ts'

/** Chromium's network errors by what a customer can do about them. Playwright's own sentences carry typed values: none travels on. */
const netErrors: readonly (readonly [RegExp, string])[] = [
  [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_ADDRESS_UNREACHABLE|ERR_NETWORK_IO_SUSPENDED/, 'offline'],
  [/ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ERR_DNS/, 'dns'],
  [/ERR_CONNECTION_REFUSED/, 'refused'],
  [/ERR_CERT_|ERR_SSL_|ERR_BAD_SSL|ERR_TLS/, 'tls'],
  [/ERR_(?:CONNECTION_)?TIMED_OUT/, 'timed-out'],
  [
    /ERR_CONNECTION_|ERR_EMPTY_RESPONSE|ERR_TUNNEL|ERR_PROXY|ERR_INCOMPLETE|ERR_CONTENT_LENGTH|ERR_INVALID_HTTP|ERR_HTTP2|ERR_TOO_MANY_REDIRECTS|ERR_INVALID_RESPONSE/,
    'dropped',
  ],
]

/** The name of Chromium's network error in a text (`ERR_CONNECTION_REFUSED`) and its class; null when there is none. */
export function netError(text: string): { readonly cause: string; readonly name: string } | null {
  const name = /ERR_[A-Z0-9_]+/.exec(text)?.[0]
  if (!name || name === 'ERR_ABORTED' || name === 'ERR_BLOCKED_BY_CLIENT') return null
  return { cause: netErrors.find(([form]) => form.test(name))?.[1] ?? 'dropped', name }
}

/** The site could not be reached; `facts` say where and why. Bad certificates wait for a person, the rest for better times. */
export function unreachable(cause: string, facts: Facts): Problem {
  return {
    code: 'portal-unreachable',
    again: cause === 'tls' || cause === 'dns' ? 'after-person' : 'later',
    facts: { ...facts, cause },
  }
}

/** Why the browser did not start, without its log. */
export function browserProblem(error: unknown, file: string): Problem {
  const text = error instanceof Error ? error.message : ''
  const missing = /ENOENT|doesn't exist|not found/i.test(text) && !/profile/i.test(text)
  const causes: readonly (readonly [RegExp, string])[] = [
    // Playwright's message holds the whole command line, `--no-sandbox` included: only the browser's own words count.
    [/Missing X server|cannot open display|\$DISPLAY/i, 'no-display'],
    [/EACCES|permission denied/i, 'no-permission'],
    [/no usable sandbox|SUID sandbox|zygote_host/i, 'sandbox'],
    [/timeout/i, 'timed-out'],
    [/shared librar/i, 'library-missing'],
  ]
  const cause = causes.find(([form]) => form.test(text))?.[1] ?? 'did-not-start'
  return missing
    ? { code: 'browser-missing', again: 'after-person', facts: { wanted: file } }
    : { code: 'browser-failed', again: 'after-person', facts: { browser: file, cause } }
}

/** What became of an act in the page that Playwright could not do. Only the kind of failure is told. */
export function actCause(error: unknown): string {
  const text = error instanceof Error ? error.message : ''
  if (/intercepts pointer events/.test(text)) return 'covered'
  if (/not visible|outside of the viewport/.test(text)) return 'not-visible'
  if (/not enabled|disabled/.test(text)) return 'disabled'
  if (/detached|not attached/.test(text)) return 'gone'
  if (/has been closed|crashed/.test(text)) return 'window-closed'
  return /[Tt]imeout/.test(text) ? 'timed-out' : 'failed'
}
