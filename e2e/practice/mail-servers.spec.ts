import { once } from 'node:events'
import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { ImapFlow } from 'imapflow'
import { createTransport } from 'nodemailer'
import { afterEach, describe, expect, test } from 'vitest'
import { startPractice, type Practice, type PracticeOptions } from '../../electron/practice/practice.ts'

const ending: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
})

async function start(options: PracticeOptions = {}): Promise<Practice> {
  const started = await startPractice(options)
  if (!started.ok) throw new Error(JSON.stringify(started.problem))
  ending.push(() => started.value.stop())
  return started.value
}

/** A client that says a line and reads until an answer is whole. */
class Client {
  #socket: Socket
  #held = ''
  #closed = false
  readonly #ca: string
  constructor(socket: Socket, ca: string) {
    this.#socket = socket
    this.#ca = ca
    this.#listen()
    ending.push(() => this.#socket.destroy())
  }
  #listen(): void {
    this.#socket.on('data', (part: Buffer) => void (this.#held += part.toString('latin1')))
    this.#socket.on('error', () => {}).on('close', () => void (this.#closed = true))
  }
  hold(): void {
    this.#socket.pause()
  }
  goOn(): void {
    this.#socket.resume()
  }
  write(text: string | Buffer): void {
    this.#socket.write(text)
  }
  /** Reads up to and including what matches; '' once the server has hung up without it. */
  async until(end: RegExp): Promise<string> {
    for (;;) {
      const found = end.exec(this.#held)
      if (found) {
        const all = this.#held.slice(0, found.index + found[0].length)
        this.#held = this.#held.slice(all.length)
        return all
      }
      if (this.#closed) return ''
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  async pop(line: string, many = false): Promise<string> {
    this.write(`${line}\r\n`)
    const first = await this.until(/^[^\r\n]*\r\n/)
    return many && first.startsWith('+OK') ? first + (await this.until(/^(?:[^]*?\r\n)?\.\r\n/)) : first
  }
  async imap(line: string): Promise<string> {
    this.write(`t ${line}\r\n`)
    return this.until(/(?:^|\r\n)(?:t (?:OK|NO|BAD)[^\r\n]*|\+ [^\r\n]*)\r\n/)
  }
  async secure(): Promise<void> {
    this.#socket.removeAllListeners('data')
    const secure = connectTls({ socket: this.#socket, ca: this.#ca, servername: 'localhost' })
    await once(secure, 'secureConnect')
    this.#socket = secure
    this.#listen()
  }
}

async function open(practice: Practice, door: 'pop3' | 'pop3s' | 'imap' | 'imaps'): Promise<Client> {
  const port = practice.ports[door]
  const tls = door.endsWith('s')
  const socket = tls
    ? connectTls({ port, host: '127.0.0.1', ca: practice.caPem, servername: 'localhost' })
    : connectTcp(port, '127.0.0.1')
  await once(socket, tls ? 'secureConnect' : 'connect')
  const client = new Client(socket, practice.caPem)
  await client.until(/^(?:\+OK|\* OK)[^\r\n]*\r\n/)
  return client
}
const user = 'abc23456'
const signIns = (practice: Practice): readonly unknown[] =>
  practice
    .events()
    .flatMap((event) => (event.what === 'sign-in' ? [[event.door, event.outcome, event.shown, event.mechanism, event.tls]] : []))

const flow = (practice: Practice, port: number, secure: boolean, pass = practice.currentPasswordOf(user).reveal()): ImapFlow =>
  new ImapFlow({
    host: '127.0.0.1',
    port,
    secure,
    servername: 'localhost',
    auth: { user, pass },
    tls: { ca: practice.caPem },
    logger: false,
    ...(secure ? {} : { doSTARTTLS: true }),
  })

const transport = (practice: Practice, door: 'smtp' | 'smtps', pass = practice.currentPasswordOf(user).reveal()) => {
  const made = createTransport({
    host: '127.0.0.1',
    port: practice.ports[door],
    secure: door === 'smtps',
    requireTLS: true,
    auth: { user, pass },
    tls: { ca: practice.caPem, servername: 'localhost' },
  })
  ending.push(() => made.close())
  return made
}

/** What each protocol answers to one sign-in: its code, or `ok`. */
async function answers(practice: Practice, password: string): Promise<readonly string[]> {
  const pop = await open(practice, 'pop3s')
  await pop.pop(`USER ${user}`)
  const popped = await pop.pop(`PASS ${password}`)
  const imap = await open(practice, 'imaps')
  const mapped = await imap.imap(`LOGIN ${user} "${password}"`)
  const mailer = createTransport({
    host: '127.0.0.1',
    port: practice.ports.smtps,
    secure: true,
    auth: { user, pass: password },
    tls: { ca: practice.caPem, servername: 'localhost' },
  })
  const sent = await mailer.verify().then(
    () => 'ok',
    (error: { responseCode?: number }) => String(error.responseCode),
  )
  mailer.close()
  return [
    /^-ERR (\[[A-Z/-]+\])/.exec(popped)?.[1] ?? popped.slice(0, 3),
    /^t NO (\[[A-Z]+\])/.exec(mapped)?.[1] ?? mapped.slice(2, 4),
    sent,
  ]
}

async function changeAtSite(practice: Practice, fresh: string): Promise<void> {
  const current = practice.currentPasswordOf(user).reveal()
  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(new URL(path, practice.portalUrl), {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { cookie },
      redirect: 'manual',
    })
  const signedIn = await post('auth', { user, pass: current })
  await post('password/change', { current, fresh, again: fresh }, signedIn.headers.get('set-cookie')!.split(';')[0])
}

describe('POP3', () => {
  test('a whole session over TLS: sign in, look, read, delete, and see it at the next sign-in', async () => {
    const practice = await start()
    const password = practice.currentPasswordOf(user).reveal()
    const client = await open(practice, 'pop3s')
    expect(await client.pop('CAPA', true)).toMatch(/USER\r\nSASL PLAIN\r\nTOP\r\nUIDL\r\n/)
    expect(await client.pop('STAT')).toMatch(/^-ERR/)
    expect(await client.pop('PASS nobody')).toMatch(/^-ERR/)
    expect(await client.pop(`USER ${user}`)).toMatch(/^\+OK/)
    expect(await client.pop(`PASS ${password}`)).toMatch(/^\+OK/)
    const [, count, size] = /^\+OK (\d+) (\d+)/.exec(await client.pop('STAT'))!
    expect(count).toBe('2')
    const uidl = await client.pop('UIDL', true)
    const listed = await client.pop('LIST', true)
    expect([...listed.matchAll(/^\d+ (\d+)/gm)].reduce((sum, [, one]) => sum + Number(one), 0)).toBe(Number(size))
    expect(await client.pop('TOP 1 0', true)).toMatch(/^\+OK\r\nFrom: [^]*\r\n\r\n\.\r\n$/)
    expect(await client.pop('RETR 1', true)).toContain('Subject: =?UTF-8?B?')
    expect(await client.pop('DELE 1')).toMatch(/^\+OK/)
    expect(await client.pop('RETR 1')).toMatch(/^-ERR/)
    expect(await client.pop('RSET')).toMatch(/^\+OK/)
    expect(await client.pop('NOOP')).toMatch(/^\+OK/)
    expect(await client.pop('DELE 2')).toMatch(/^\+OK/)
    expect(await client.pop('QUIT')).toMatch(/^\+OK/)
    const second = await open(practice, 'pop3s')
    await second.pop(`USER ${user}`)
    await second.pop(`PASS ${password}`)
    expect(await second.pop('UIDL 1')).toBe(`+OK ${/^1 .*\r\n/m.exec(uidl)![0]}`)
    expect(await second.pop('RETR 2')).toMatch(/^-ERR/)
  })

  test('deletions do not count when the line breaks before QUIT', async () => {
    const practice = await start()
    const client = await open(practice, 'pop3s')
    await client.pop(`USER ${user}`)
    await client.pop(`PASS ${practice.currentPasswordOf(user).reveal()}`)
    await client.pop('DELE 1')
    ending.pop()!()
    expect(practice.mail.list(user)).toHaveLength(2)
  })

  test('the plain port takes no password before STLS, and forgets what came in before the handshake', async () => {
    const practice = await start()
    const password = practice.currentPasswordOf(user).reveal()
    const client = await open(practice, 'pop3')
    expect(await client.pop('CAPA', true)).toMatch(/list follows\r\nSTLS\r\nTOP/)
    expect(await client.pop(`USER ${user}`)).toMatch(/^-ERR \[AUTH\] Plaintext/)
    const plain = Buffer.from(`\0${user}\0${password}`).toString('base64')
    expect(await client.pop(`AUTH PLAIN ${plain}`)).toMatch(/^-ERR \[AUTH\] Plaintext/)
    client.write(`STLS\r\nUSER ${user}\r\n`)
    expect(await client.until(/^[^\n]*\n/)).toMatch(/^\+OK/)
    await client.secure()
    expect(await client.pop(`PASS ${password}`)).toMatch(/^-ERR No username/)
    expect(await client.pop('STLS')).toMatch(/^-ERR/)
    expect(await client.pop('AUTH PLAIN')).toBe('+ \r\n')
    expect(await client.pop(plain)).toMatch(/^\+OK/)
    expect(signIns(practice)).toEqual([
      ['pop3', 'needs-tls', 'current', 'AUTH PLAIN', false],
      ['pop3', 'ok', 'current', 'AUTH PLAIN', true],
    ])
  })

  test('told so, it takes a password in the clear', async () => {
    const practice = await start({ plainSignIn: true })
    const client = await open(practice, 'pop3')
    expect(await client.pop('CAPA', true)).toContain('USER\r\n')
    await client.pop(`USER ${user}`)
    expect(await client.pop(`PASS ${practice.currentPasswordOf(user).reveal()}`)).toMatch(/^\+OK/)
  })

  test('hangs up after three refusals, on an endless line and on rubbish it never breaks', async () => {
    const practice = await start()
    const client = await open(practice, 'pop3s')
    for (let i = 0; i < 3; i += 1) {
      await client.pop(`USER ${user}`)
      expect(await client.pop('PASS wrong')).toMatch(/^-ERR \[AUTH\]/)
    }
    expect(await client.pop('NOOP')).toBe('')
    const endless = await open(practice, 'pop3s')
    endless.write('x'.repeat(50_000))
    expect(await endless.until(/[^]/)).toBe('')
    const rubbish = await open(practice, 'pop3s')
    for (const line of ['', ' ', '\0\0', 'AUTH', 'AUTH PLAIN !!!', 'AUTH PLAIN AAAA', 'AUTH GSSAPI', 'USER', 'ÿþ']) {
      const said = await rubbish.pop(line)
      expect(said === '' ? 'gone' : said.slice(0, 3)).toMatch(/^(?:-ER|\+OK|PLA)/)
      if (line === 'AUTH') await rubbish.until(/^PLAIN\r\n\.\r\n/)
    }
  })
})

describe('IMAP', () => {
  test.each(['imaps', 'imap'] as const)('imapflow signs in at %s, reads, searches, flags, files and leaves', async (door) => {
    const practice = await start()
    const client = flow(practice, practice.ports[door], door === 'imaps')
    await client.connect()
    expect((await client.list()).map((one) => one.path)).toEqual(['INBOX'])
    expect(await client.status('INBOX', { messages: true, unseen: true })).toMatchObject({ messages: 2, unseen: 2 })
    const lock = await client.getMailboxLock('INBOX')
    const messages = await client.fetchAll('1:*', {
      uid: true,
      flags: true,
      envelope: true,
      size: true,
      internalDate: true,
      bodyStructure: true,
    })
    expect(messages.map((one) => one.envelope?.subject)).toEqual(['ようこそ', 'ご請求書の件'])
    expect(messages[0]?.envelope?.from?.[0]?.address).toBe('taro@renshu.example')
    expect(messages[0]?.size).toBe(practice.mail.list(user)![0]!.bytes.length)
    expect(messages[0]?.bodyStructure).toMatchObject({ type: 'text/plain', encoding: 'base64', parameters: { charset: 'UTF-8' } })
    expect(await client.search({ header: { 'message-id': 'welcome-1@' } }, { uid: true })).toEqual([2])
    expect(await client.search({ or: [{ uid: '1' }, { seen: true }], not: { deleted: true } })).toEqual([1])
    const one = await client.fetchOne('1', { source: true })
    expect(one && one.source?.equals(practice.mail.list(user)![0]!.bytes)).toBe(true)
    await client.messageFlagsAdd('2', ['\\Seen'])
    await client.mailboxCreate('Sent')
    await client.append('Sent', Buffer.from('Subject: Gesendet ü\r\n\r\n日本\r\n'), ['\\Seen'])
    await client.messageMove('1', 'Sent')
    expect(await client.status('Sent', { messages: true })).toMatchObject({ messages: 2 })
    lock.release()
    await client.logout()
    expect(practice.mail.list(user)!.map((left) => [left.uid, [...left.flags]])).toEqual([[2, ['\\Seen']]])
    expect(practice.mail.list(user, 'Sent')![0]!.bytes.toString('utf8')).toContain('日本')
    expect(signIns(practice)).toEqual([['imap', 'ok', 'current', 'AUTHENTICATE PLAIN', true]])
  })

  test('LOGIN by atom, quoted string and literal of both kinds; never before TLS', async () => {
    const practice = await start()
    const password = practice.currentPasswordOf(user).reveal()
    for (const login of [
      `LOGIN ${user} ${password}`,
      `LOGIN "${user}" "${password}"`,
      `LOGIN ${user} {${password.length}+}\r\n${password}`,
    ]) {
      const client = await open(practice, 'imaps')
      expect(await client.imap(login)).toMatch(/^t OK/)
      expect(await client.imap('LOGOUT')).toMatch(/^\* BYE[^]*t OK/)
    }
    const client = await open(practice, 'imap')
    expect(await client.imap('CAPABILITY')).toMatch(/STARTTLS LOGINDISABLED\r\n/)
    expect(await client.imap(`LOGIN ${user} ${password}`)).toMatch(/^t NO \[PRIVACYREQUIRED\]/)
    expect(await client.imap('SELECT INBOX')).toMatch(/^t BAD/)
    expect(await client.imap('STARTTLS')).toMatch(/^t OK/)
    await client.secure()
    expect(await client.imap(`LOGIN {${user.length}}`)).toMatch(/^\+ /)
    client.write(`${user} {${password.length}}\r\n`)
    await client.until(/^\+ [^\n]*\n/)
    client.write(`${password}\r\n`)
    expect(await client.until(/^t [^\n]*\n/)).toMatch(/^t OK/)
  })

  test('header fields, partial fetches and reading that marks as read', async () => {
    const practice = await start()
    const client = await open(practice, 'imaps')
    await client.imap(`LOGIN ${user} ${practice.currentPasswordOf(user).reveal()}`)
    expect(await client.imap('EXAMINE inbox')).toMatch(/\* 2 EXISTS[^]*READ-ONLY/)
    await client.imap('FETCH 1 BODY[]')
    expect(await client.imap('FETCH 1 FLAGS')).toContain('FLAGS ()')
    await client.imap('SELECT INBOX')
    const fields = await client.imap('UID FETCH 1:* (FLAGS BODY.PEEK[HEADER.FIELDS (From SUBJECT)]<0.20>)')
    expect(fields).toContain('* 1 FETCH (UID 1 FLAGS () BODY[HEADER.FIELDS (From SUBJECT)]<0> {20}\r\nFrom: taro@renshu.ex)')
    expect(await client.imap('FETCH 1 (BODY[TEXT])')).toContain('FETCH (FLAGS (\\Seen))')
    expect(await client.imap('FETCH 9 FLAGS')).toBe('t OK Fetch completed.\r\n')
    expect(await client.imap('SEARCH UNSEEN SUBJECT nothing')).toMatch(/^\* SEARCH\r\n/)
    expect(await client.imap('LSUB "" *')).toBe('* LSUB () "/" "INBOX"\r\nt OK LSUB completed.\r\n')
  })

  test('rubbish gets BAD, an oversized literal ends it, nothing breaks it', async () => {
    const practice = await start()
    const client = await open(practice, 'imaps')
    for (const line of [
      'LOGIN',
      'LOGIN (a b) c',
      'LOGIN "a',
      'XYZZY',
      'AUTHENTICATE PLAIN ===',
      'UID',
      '(((((((((((((((((((((',
      'LOGIN a b (c',
    ]) {
      expect((await client.imap(line)).replace(/^\*/, 't')).toMatch(/^t (?:BAD|NO)/)
    }
    client.write('\r\n')
    expect(await client.until(/^\* BAD[^\n]*\n/)).not.toBe('')
    await client.imap(`LOGIN ${user} ${practice.currentPasswordOf(user).reveal()}`)
    await client.imap('SELECT INBOX')
    for (const line of [
      'FETCH 1',
      'FETCH x FLAGS',
      'FETCH 1 NONSENSE',
      'STORE 1 FLAGS',
      'SEARCH',
      'SEARCH OR',
      'SEARCH NOT',
      'SEARCH ((((((((((1',
      'COPY 1',
      'LIST a',
      'APPEND INBOX',
    ]) {
      expect(await client.imap(line)).toMatch(/t BAD/)
    }
    expect(await client.imap('CREATE ../x')).toMatch(/^t NO/)
    expect(await client.imap('CREATE Inbox')).toMatch(/^t NO/)
    client.write('t APPEND INBOX {999999999}\r\n')
    expect(await client.until(/[^]/)).toBe('')
  })
})

describe('SMTP', () => {
  test.each(['smtp', 'smtps'] as const)('nodemailer sends to a practice address over %s, and nowhere else', async (door) => {
    const practice = await start()
    const mailer = transport(practice, door)
    await mailer.sendMail({ from: 'taro@renshu.example', to: 'HANAKO@renshu.example', subject: '試験', text: 'とどく' })
    const got = practice.mail.list('abc23457')!.at(-1)!
    expect(got.bytes.toString('latin1')).toContain('Subject: =?UTF-8?')
    await expect(mailer.sendMail({ from: 'taro@renshu.example', to: 'someone@example.com', text: 'x' })).rejects.toMatchObject({
      responseCode: 550,
    })
    await expect(mailer.sendMail({ from: 'hanako@renshu.example', to: 'taro@renshu.example', text: 'x' })).rejects.toMatchObject({
      responseCode: 553,
    })
    expect(signIns(practice)[0]).toEqual(['smtp', 'ok', 'current', 'AUTH PLAIN', true])
  })

  test('a message beyond the limit is refused and not kept', async () => {
    const practice = await start()
    const big = transport(practice, 'smtps').sendMail({
      from: 'taro@renshu.example',
      to: 'taro@renshu.example',
      text: 'x'.repeat(1_200_000),
    })
    await expect(big).rejects.toMatchObject({ responseCode: 552 })
    expect(practice.mail.list(user)).toHaveLength(2)
  })

  test('no sign-in is offered before STARTTLS', async () => {
    const practice = await start()
    const mailer = createTransport({ host: '127.0.0.1', port: practice.ports.smtp, ignoreTLS: true, auth: { user, pass: 'x' } })
    await expect(mailer.verify()).rejects.toMatchObject({ code: 'EAUTH' })
    expect(practice.events().filter((event) => event.what === 'sign-in' && event.outcome === 'ok')).toEqual([])
  })
})

describe('all doors', () => {
  const good = ['+OK', 'OK', 'ok']
  const refused = ['[AUTH]', '[AUTHENTICATIONFAILED]', '535']

  test('the mail servers follow the site: the new password opens, the old one no longer', async () => {
    const practice = await start()
    const old = practice.currentPasswordOf(user).reveal()
    expect(await answers(practice, old)).toEqual(good)
    await changeAtSite(practice, 'Tomodachi88')
    expect(await answers(practice, 'Tomodachi88')).toEqual(good)
    expect(await answers(practice, old)).toEqual(refused)
    expect(practice.events().filter((event) => event.what === 'sign-in' && event.shown === 'earlier')).toHaveLength(3)
  })

  test('with a delayed effect the old password opens until then, the new one from then on', async () => {
    let clock = Date.now()
    const practice = await start({ now: () => clock, faults: [{ name: 'mail-delayed', seconds: 60 }] })
    const old = practice.currentPasswordOf(user).reveal()
    await changeAtSite(practice, 'Tomodachi88')
    expect(await answers(practice, old)).toEqual(good)
    expect(await answers(practice, 'Tomodachi88')).toEqual(refused)
    clock += 61_000
    expect(await answers(practice, old)).toEqual(refused)
    expect(await answers(practice, 'Tomodachi88')).toEqual(good)
  })

  test.each([
    ['mail-refused', refused],
    ['mail-temporary', ['[SYS/TEMP]', '[UNAVAILABLE]', '454']],
    ['mail-slow-down', ['[LOGIN-DELAY]', '[LIMIT]', '421']],
  ] as const)('%s answers with the right code at every door, until it is cleared', async (name, codes) => {
    const practice = await start({ faults: [{ name }] })
    const password = practice.currentPasswordOf(user).reveal()
    expect(await answers(practice, password)).toEqual(codes)
    practice.clearFault()
    expect(await answers(practice, password)).toEqual(good)
  })

  test('mail-slow keeps a client waiting, at one door when told so', async () => {
    const practice = await start({ faults: [{ name: 'mail-slow', seconds: 600, at: 'imap' }] })
    const password = practice.currentPasswordOf(user).reveal()
    const pop = await open(practice, 'pop3s')
    await pop.pop(`USER ${user}`)
    expect(await pop.pop(`PASS ${password}`)).toMatch(/^\+OK/)
    const imap = await open(practice, 'imaps')
    const waiting = imap.imap(`LOGIN ${user} ${password}`)
    expect(await Promise.race([waiting, new Promise((resolve) => setTimeout(() => resolve('waits'), 100))])).toBe('waits')
    await practice.stop()
    expect(await waiting).toBe('')
  })

  test('the address is no user name, and another’s password opens nothing', async () => {
    const practice = await start()
    const other = practice.currentPasswordOf('abc23457').reveal()
    expect(await answers(practice, other)).toEqual(refused)
    const pop = await open(practice, 'pop3s')
    await pop.pop('USER taro@renshu.example')
    expect(await pop.pop(`PASS ${practice.currentPasswordOf(user).reveal()}`)).toMatch(/^-ERR \[AUTH\]/)
    expect(JSON.stringify(practice.events())).not.toContain(other)
  })
})

test('a client that asks and never reads is held back; one that reads again gets everything', async () => {
  const practice = await start()
  practice.mail.deliver(user, Buffer.from(`Subject: large\r\n\r\n${'x'.repeat(1_000_000)}\r\n`))
  const client = await open(practice, 'pop3s')
  await client.pop(`USER ${user}`)
  await client.pop(`PASS ${practice.currentPasswordOf(user).reveal()}`)
  client.hold()
  client.write('RETR 3\r\n'.repeat(60))
  const before = process.memoryUsage().arrayBuffers
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
  client.goOn()
  let whole = 0
  for (let i = 0; i < 60; i += 1) whole += (await client.until(/\r\n\.\r\n/)).length
  expect(whole).toBeGreaterThan(60_000_000)
})
