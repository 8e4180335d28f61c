import type { Socket } from 'node:net'
import { ok, type Result } from '../../shared/base/result.ts'
import { pop3Code } from '../../shared/probe/judge-reply.ts'
import { readLines, type LineReader } from './line-reader.ts'
import { answersTls, letGo, openSocket, secureSocket, type Ways } from './open-socket.ts'
import { atDoor, type Stage, type Whom } from './mail-problems.ts'

/** One POP3 answer. `more`: the server asks on (SASL); `text` is what stands after the sign, as bytes. */
export interface Pop3Reply {
  readonly kind: 'ok' | 'refused' | 'more'
  readonly text: Buffer
}

/** A POP3 conversation in the wanted TLS state, nobody signed in. Speaks no command that changes the mailbox. */
export interface Pop3Session {
  readonly greeting: Buffer
  /** Sends one command and reads its first line. `sent`: the password has left by now. */
  ask(command: string, stage: Stage, sent: boolean): Promise<Result<Pop3Reply>>
  /** The lines of a multi-line answer up to the lone dot, undotted. At most `most` are kept. */
  list(stage: Stage, sent: boolean, most?: number): Promise<Result<readonly Buffer[]>>
  /** Says goodbye without waiting for an answer. */
  leave(): void
}

/** Reads a line as a POP3 answer; null when it is none. */
export function readReply(line: Buffer): Pop3Reply | null {
  const head = line.subarray(0, 5).toString('latin1').toUpperCase()
  if (/^\+OK(?: |$)/.test(head)) return { kind: 'ok', text: line.subarray(4) }
  if (/^-ERR(?: |$)/.test(head)) return { kind: 'refused', text: line.subarray(5) }
  if (head === '+' || head.startsWith('+ ')) return { kind: 'more', text: line.subarray(2) }
  return null
}

const otherServers = /^(?:\* (?:OK|BYE|PREAUTH)|[245][0-9]{2}[ -])/

async function readGreeting(reader: LineReader, whom: Whom, ways: Ways): Promise<Result<Buffer>> {
  const line = await reader.line(ways.times.greeting, 'greeting', false)
  if (!line.ok) {
    // A server that waits for a TLS hello looks like a silent one: ask it for TLS before calling it silent.
    const silent = line.problem.code === 'server-silent' || line.problem.code === 'dropped'
    if (silent && whom.endpoint.security !== 'tls' && (await answersTls(whom, ways)))
      return atDoor(whom, 'wrong-port-or-security', { stage: 'greeting', answers: 'tls' })
    return line
  }
  const reply = readReply(line.value)
  if (reply?.kind === 'ok') return ok(line.value)
  if (reply?.kind === 'refused')
    return atDoor(
      whom,
      pop3Code(reply.text.toString('latin1')) === 'SYS/PERM' ? 'refused' : 'busy',
      { stage: 'greeting' },
      reply.text,
    )
  if (otherServers.test(line.value.subarray(0, 12).toString('latin1')))
    return atDoor(whom, 'wrong-port-or-security', { stage: 'greeting' }, line.value)
  return atDoor(whom, 'not-a-mail-server', { stage: 'greeting' }, line.value)
}

function converse(socket: Socket, reader: LineReader, whom: Whom, ways: Ways, greeting: Buffer): Pop3Session {
  return {
    greeting,
    async ask(command, stage, sent) {
      socket.write(`${command}\r\n`)
      const line = await reader.line(ways.times.reply, stage, sent)
      if (!line.ok) return line
      const reply = readReply(line.value)
      return reply ? ok(reply) : atDoor(whom, 'not-a-mail-server', { stage }, line.value)
    },
    async list(stage, sent, most = 10_000) {
      const lines: Buffer[] = []
      for (;;) {
        const line = await reader.line(ways.times.reply, stage, sent)
        if (!line.ok) return line
        if (line.value.length === 1 && line.value[0] === 0x2e) return ok(lines)
        if (lines.length < most) lines.push(line.value[0] === 0x2e ? line.value.subarray(1) : line.value)
      }
    },
    leave() {
      reader.detach()
      socket.end('QUIT\r\n')
      socket.resume()
      letGo(socket)
    },
  }
}

/** STLS (RFC 2595): only a `+OK` leads on. Anything else means TLS was taken away, and the password stays here. */
async function startTls(socket: Socket, reader: LineReader, whom: Whom, ways: Ways): Promise<Result<Socket>> {
  socket.write('STLS\r\n')
  const line = await reader.line(ways.times.reply, 'starttls', false)
  if (!line.ok) return line
  const reply = readReply(line.value)
  if (reply?.kind === 'refused' && pop3Code(reply.text.toString('latin1')) === 'SYS/TEMP')
    return atDoor(whom, 'temporary', { stage: 'starttls' }, reply.text)
  if (reply?.kind !== 'ok') return atDoor(whom, 'tls-stripped', { stage: 'starttls' }, line.value)
  if (reader.detach().length > 0) return atDoor(whom, 'tls-failed', { stage: 'starttls', reason: 'data before TLS' })
  return secureSocket(whom, socket, ways)
}

/** Opens a POP3 conversation up to where a sign-in may begin: TCP, TLS as the door says, greeting. Costs no attempt. */
export async function openPop3(whom: Whom, ways: Ways): Promise<Result<Pop3Session>> {
  const opened = await openSocket(whom, ways)
  if (!opened.ok) return opened
  const plain = opened.value
  const socket = whom.endpoint.security === 'tls' ? await secureSocket(whom, plain, ways) : opened
  if (!socket.ok) return socket
  const reader = readLines(socket.value, whom, ways)
  const greeting = await readGreeting(reader, whom, ways)
  if (!greeting.ok) {
    plain.destroy()
    return greeting
  }
  if (whom.endpoint.security !== 'starttls') return ok(converse(socket.value, reader, whom, ways, greeting.value))
  const secured = await startTls(plain, reader, whom, ways)
  if (!secured.ok) {
    plain.destroy()
    return secured
  }
  return ok(converse(secured.value, readLines(secured.value, whom, ways), whom, ways, greeting.value))
}
