/** One sign-in attempt as the servers wrote it down. */
export interface SignIn {
  readonly at: string
  readonly ok: boolean
  readonly protocol: 'pop3' | 'imap' | 'smtp'
  readonly user: string
  readonly mechanism: string
  readonly tls: boolean
  /** The password that was given, where the mechanism carries it (PLAIN, LOGIN, USER/PASS); null for CRAM-MD5 and APOP. */
  readonly given: string | null
}

/** A message that arrived in a mailbox through submission. */
export interface Delivery {
  readonly at: string
  readonly to: string
}

interface Attempt {
  /** Dovecot's own login processes name one; Postfix does not. */
  readonly session: string | undefined
  readonly protocol: SignIn['protocol']
  readonly mechanism: string
  readonly tls: boolean
  readonly answers: string[]
}

const services: Record<string, SignIn['protocol']> = { pop3: 'pop3', imap: 'imap', smtp: 'smtp' }
const word = (fields: readonly string[], name: string): string | undefined =>
  fields.find((field) => field.startsWith(`${name}=`))?.slice(name.length + 1)

function passwordIn(mechanism: string, answers: readonly string[], user: string): string | null {
  const decoded = answers.map((answer) => Buffer.from(answer, 'base64').toString())
  if (mechanism === 'PLAIN') return decoded.map((text) => text.split('\0')).findLast(([, name]) => name === user)?.[2] ?? null
  if (mechanism === 'LOGIN') return decoded.at(-1) ?? null
  return null
}

/**
 * Reads Dovecot's debug log: every attempt that came to an answer, in order. Postfix asks Dovecot too (service smtp), and an
 * AUTH without a MAIL after it leaves no line in Postfix's own log, so this is the one place where all three stand.
 * Attempts are told apart by the request number; login processes number alike, so of equal numbers the session that just finished
 * is taken, and its answer is the one that holds the user's name.
 */
export function readSignIns(log: string): readonly SignIn[] {
  const open = new Map<string, Attempt[]>()
  const found: SignIn[] = []
  let finished: string | undefined
  for (const line of log.split('\n')) {
    finished = /<([^<>]+)>\): Auth request finished$/.exec(line)?.[1] ?? finished
    const [, at, direction, rest] = /^(\S+) auth: Debug: (client in|client passdb out): (.*)$/.exec(line) ?? []
    if (!at || !rest) continue
    const fields = rest.replace(/ \(previous base64 data may contain sensitive data\)/, '').split('\t')
    const [verb, id = ''] = fields
    const waiting = open.get(id) ?? []
    if (direction === 'client in' && verb === 'AUTH') {
      const protocol = services[word(fields, 'service') ?? '']
      const answer = word(fields, 'resp')
      if (protocol) {
        // Dovecot calls any client of its own address `secured`, its own TLS `secured=tls`; Postfix says `secured` under TLS only.
        const tls = fields.includes(protocol === 'smtp' ? 'secured' : 'secured=tls')
        open.set(id, [
          ...waiting,
          { session: word(fields, 'session'), protocol, mechanism: fields[2] ?? '', tls, answers: answer ? [answer] : [] },
        ])
      }
    } else if (direction === 'client in' && verb === 'CONT') {
      waiting.at(-1)?.answers.push(fields[2] ?? '')
    } else if (verb === 'OK' || verb === 'FAIL') {
      const place = Math.max(
        0,
        waiting.findIndex(({ session }) => session !== undefined && session === finished),
      )
      const answers = waiting.flatMap((one) => one.answers)
      const [attempt] = waiting.splice(place, 1)
      if (!attempt) continue
      waiting[0]?.answers.push(...attempt.answers)
      const { protocol, mechanism, tls } = attempt
      const user = word(fields, 'user') ?? ''
      found.push({
        at,
        ok: verb === 'OK',
        protocol,
        user,
        mechanism,
        tls,
        given: passwordIn(mechanism, answers, user),
      })
    }
  }
  return found
}

/** Reads Postfix's log: what its delivery agent put into a mailbox. */
export function readDeliveries(log: string): readonly Delivery[] {
  return log
    .split('\n')
    .filter((line) => line.includes('postfix/virtual') && line.includes('status=sent'))
    .map((line) => ({ at: line.slice(0, 15), to: /to=<([^>]*)>/.exec(line)?.[1] ?? '' }))
}
