const text = { type: 'string' } as const
const list = { type: 'string', multiple: true } as const
const flag = { type: 'boolean' } as const

/** Every option of the command line, once. What an option means stands in the help and in the contract of the command line. */
export const knownOptions = {
  provider: text,
  mailbox: list,
  change: text,
  attended: flag,
  incoming: list,
  outgoing: list,
  user: text,
  list: text,
  'at-once': text,
  'portal-url': list,
  browser: text,
  headless: flag,
  headed: flag,
  'thunderbird-root': text,
  thunderbird: flag,
  'no-thunderbird': flag,
  outlook: flag,
  'no-outlook': flag,
  'outlook-reg': text,
  'new-password-file': text,
  'password-file': text,
  'skip-portal': flag,
  guided: flag,
  ca: text,
  'round-trip': flag,
  'prove-old-dead': flag,
  record: text,
  'data-dir': text,
  vault: text,
  yes: flag,
  json: flag,
  secrets: flag,
  check: flag,
  lang: text,
  help: flag,
  version: flag,
  fault: list,
  add: text,
  trust: text,
  distrust: text,
  remove: text,
} as const

export type OptionName = keyof typeof knownOptions

export const isOption = (name: string): name is OptionName => Object.hasOwn(knownOptions, name)

/** Options that belong to single commands. All others are those of a run, or belong everywhere. */
const special: Partial<Record<OptionName, readonly string[]>> = {
  user: ['probe'],
  list: ['probe'],
  'at-once': ['probe'],
  'password-file': ['probe', 'password'],
  secrets: ['status'],
  check: ['password'],
  'outlook-reg': ['clients', 'plan'],
  fault: ['practice', 'demo'],
  add: ['providers'],
  trust: ['providers'],
  distrust: ['providers'],
  remove: ['providers'],
}

/** What else the commands that are about no run take of a run's options. */
const taken: Readonly<Record<string, readonly OptionName[]>> = {
  probe: ['incoming', 'outgoing', 'ca'],
  clients: ['thunderbird-root', 'thunderbird', 'no-thunderbird', 'outlook', 'no-outlook'],
  password: ['provider', 'change'],
  providers: ['provider'],
  practice: [],
  read: ['provider'],
  demo: ['record', 'headed', 'headless', 'browser', 'attended'],
  recover: ['provider', 'portal-url', 'browser', 'headed', 'headless', 'ca', 'record', 'thunderbird-root'],
}

/** What is to be put back was settled by the run: a mail program cannot be left out of it any more. */
const refused: Readonly<Record<string, readonly OptionName[]>> = { undo: ['no-thunderbird', 'no-outlook'] }

const everywhere: readonly OptionName[] = ['data-dir', 'vault', 'yes', 'json', 'lang', 'help', 'version']

/** Would this command heed the option? Passing over one that was meant seriously is worse than refusing it. */
export function belongsTo(option: OptionName, command: string): boolean {
  const own = special[option]
  if (own) return own.includes(command)
  if (Object.hasOwn(refused, command) && refused[command]!.includes(option)) return false
  const few = Object.hasOwn(taken, command) ? taken[command]! : null
  return few === null || few.includes(option) || everywhere.includes(option)
}

/** Pairs that say the opposite of each other. */
export const opposites: readonly (readonly [OptionName, OptionName])[] = [
  ['thunderbird', 'no-thunderbird'],
  ['outlook', 'no-outlook'],
  ['outlook-reg', 'no-outlook'],
  ['headed', 'headless'],
  ['guided', 'skip-portal'],
  ['add', 'remove'],
  ['trust', 'remove'],
  ['add', 'distrust'],
  ['trust', 'distrust'],
  ['remove', 'distrust'],
]

/** The only values these options have. */
export const fixedValues: Partial<Record<OptionName, readonly string[]>> = {
  lang: ['ja', 'en'],
  vault: ['os', 'file'],
}
