import type { Socket } from 'node:net'
import { ok, type Result } from '../../shared/base/result.ts'
import { judgeImapGreeting, loginDisabled } from './imap-problems.ts'
import { wordsOf } from './imap-tap.ts'
import { readLines, type LineReader } from './line-reader.ts'
import { atDoor, type Whom } from './mail-problems.ts'
import { answersTls, letGo, openSocket, secureSocket, type Ways } from './open-socket.ts'

async function greet(reader: LineReader, whom: Whom, ways: Ways): Promise<Result<void>> {
  const line = await reader.line(ways.times.greeting, 'greeting', false)
  if (!line.ok) {
    const silent = line.problem.code === 'server-silent' || line.problem.code === 'dropped'
    if (silent && whom.endpoint.security !== 'tls' && (await answersTls(whom, ways)))
      return atDoor(whom, 'wrong-port-or-security', { stage: 'greeting', answers: 'tls' })
    return line
  }
  return judgeImapGreeting(whom, line.value) ?? ok()
}

/** One command and its untagged answers; the tagged line last. */
async function ask(
  socket: Socket,
  reader: LineReader,
  ways: Ways,
  tag: string,
  command: string,
): Promise<Result<readonly Buffer[]>> {
  socket.write(`${tag} ${command}\r\n`)
  const lines: Buffer[] = []
  for (;;) {
    const line = await reader.line(ways.times.reply, 'capabilities', false)
    if (!line.ok) return line
    if (lines.length < 1000) lines.push(line.value)
    if (line.value.toString('latin1').startsWith(`${tag} `)) return ok(lines)
  }
}

function judgeCapabilities(whom: Whom, lines: readonly Buffer[]): Result<void> {
  const names = lines
    .map((line) => line.toString('latin1').toUpperCase())
    .filter((line) => line.startsWith('* CAPABILITY'))
    .flatMap((line) => line.split(' '))
  const offered = names.filter((name) => name.startsWith('AUTH=')).map((name) => name.slice(5))
  if (!names.includes('LOGINDISABLED') || offered.some((name) => name === 'PLAIN' || name === 'LOGIN')) return ok()
  return loginDisabled(whom, offered)
}

/** IMAP up to its list of capabilities (after STARTTLS where the door says so), then LOGOUT. No name, no password. */
export async function reachImap(whom: Whom, ways: Ways): Promise<Result<void>> {
  const opened = await openSocket(whom, ways)
  if (!opened.ok) return opened
  let socket: Socket = opened.value
  const read = async (): Promise<Result<void>> => {
    if (whom.endpoint.security === 'tls') {
      const secured = await secureSocket(whom, socket, ways)
      if (!secured.ok) return secured
      socket = secured.value
    }
    let reader = readLines(socket, whom, ways)
    const greeted = await greet(reader, whom, ways)
    if (!greeted.ok) return greeted
    if (whom.endpoint.security === 'starttls') {
      const answer = await ask(socket, reader, ways, 'a1', 'STARTTLS')
      if (!answer.ok) return answer
      const last = answer.value.at(-1) ?? Buffer.alloc(0)
      if (!/^a1 OK/i.test(last.toString('latin1'))) return atDoor(whom, 'tls-stripped', { stage: 'starttls' }, wordsOf(last))
      if (reader.detach().length > 0) return atDoor(whom, 'tls-failed', { stage: 'starttls', reason: 'data before TLS' })
      const secured = await secureSocket(whom, socket, ways)
      if (!secured.ok) return secured
      socket = secured.value
      reader = readLines(socket, whom, ways)
    }
    const capabilities = await ask(socket, reader, ways, 'a2', 'CAPABILITY')
    if (!capabilities.ok) return capabilities
    return judgeCapabilities(whom, capabilities.value)
  }
  const result = await read()
  if (result.ok) {
    socket.end('a3 LOGOUT\r\n')
    letGo(opened.value)
  } else opened.value.destroy()
  return result
}
