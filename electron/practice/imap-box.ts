import { imapString, readCommand, textOf, type Argument, type Command } from './imap-command.ts'
import { bad, done, inFolder, no, type Done, type Room } from './imap-folder.ts'
import type { MailStore } from './mail-store.ts'
import type { Talk } from './talk.ts'

const literalsMost = 1_048_576
const flagsKnown = '(\\Answered \\Flagged \\Deleted \\Seen \\Draft)'

/** Tells what came and went since the last time. */
function refresh(room: Room): Room {
  const { talk, user, mail, selected } = room
  if (!selected) return room
  const uids = (mail.list(user, selected.folder) ?? []).map((one) => one.uid)
  const there = new Set(uids)
  for (let index = selected.uids.length - 1; index >= 0; index -= 1)
    if (!there.has(selected.uids[index]!)) talk.say(`* ${index + 1} EXPUNGE\r\n`)
  if (uids.some((uid) => !selected.uids.includes(uid))) talk.say(`* ${uids.length} EXISTS\r\n`)
  return { ...room, selected: { ...selected, uids } }
}

function select(room: Room, name: string | null, readOnly: boolean): Done {
  const { talk, user, mail } = room
  const messages = name === null ? null : mail.list(user, name)
  if (name === null || messages === null) return { ...no('[NONEXISTENT] No such folder.'), room: { ...room, selected: null } }
  const unseen = messages.findIndex((one) => !one.flags.has('\\Seen'))
  talk.say(
    [
      `* FLAGS ${flagsKnown}`,
      `* OK [PERMANENTFLAGS ${readOnly ? '()' : flagsKnown}] Flags.`,
      `* ${messages.length} EXISTS`,
      '* 0 RECENT',
      ...(unseen < 0 ? [] : [`* OK [UNSEEN ${unseen + 1}] First unseen.`]),
      `* OK [UIDVALIDITY ${mail.uidValidity}] UIDs valid`,
      `* OK [UIDNEXT ${mail.nextUid(user, name)}] Next UID`,
      '',
    ].join('\r\n'),
  )
  return done(`[READ-${readOnly ? 'ONLY' : 'WRITE'}] Opened.`, {
    ...room,
    selected: { folder: name, readOnly, uids: messages.map((one) => one.uid) },
  })
}

/** Whether a name fits a pattern in which `*` and `%` stand for anything. Goes through both once, so its time is bounded. */
export function fitsPattern(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split(/[*%]+/)
  const last = rest.pop()
  if (last === undefined) return name === pattern
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false
  let at = first.length
  for (const piece of rest) {
    const found = name.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return at <= name.length - last.length
}

function list({ talk, user, mail }: Room, name: string, [reference, pattern]: readonly Argument[]): Done {
  const [prefix, wanted] = [textOf(reference), textOf(pattern)]
  if (prefix === null || wanted === null) return bad('Folder and pattern expected.')
  if (wanted === '') talk.say(`* ${name} (\\Noselect) "/" ""\r\n`)
  const whole = (prefix + wanted).slice(0, 200).toUpperCase()
  for (const folder of mail.folders(user))
    if (wanted !== '' && fitsPattern(whole, folder.toUpperCase())) talk.say(`* ${name} () "/" ${imapString(folder)}\r\n`)
  return done(`${name} completed.`)
}

function status({ talk, user, mail }: Room, [name, items]: readonly Argument[]): Done {
  const folder = textOf(name)
  const messages = folder === null ? null : mail.list(user, folder)
  if (folder === null || messages === null) return no('[NONEXISTENT] No such folder.')
  const values: Readonly<Record<string, number>> = {
    MESSAGES: messages.length,
    RECENT: 0,
    UIDNEXT: mail.nextUid(user, folder),
    UIDVALIDITY: mail.uidValidity,
    UNSEEN: messages.filter((one) => !one.flags.has('\\Seen')).length,
  }
  const asked = (Array.isArray(items) ? items : []).map((item) => String(item).toUpperCase()).filter((item) => item in values)
  talk.say(`* STATUS ${imapString(folder)} (${asked.map((item) => `${item} ${values[item]}`).join(' ')})\r\n`)
  return done('Status completed.')
}

function append({ user, mail }: Room, { args, literals }: Command): Done {
  const folder = textOf(args[0])
  const bytes = literals.at(-1)
  if (folder === null || !bytes) return bad('Folder and message expected.')
  if (mail.list(user, folder) === null) return no('[TRYCREATE] No such folder.')
  const flags = Array.isArray(args[1]) ? args[1].map(String).slice(0, 20) : []
  mail.deliver(user, Buffer.from(bytes), folder, new Set(flags))
  return done('Append completed.')
}

function answer(room: Room, command: Command): Done {
  const { user, mail, talk, selected } = room
  const { args } = command
  const byUid = command.name.startsWith('UID ')
  const name = command.name.replace(/^UID /, '')
  const folder = textOf(args[0])
  switch (name) {
    case 'CAPABILITY':
      talk.say(`* CAPABILITY ${room.capabilities}\r\n`)
      return done('Capability completed.')
    case 'ID':
      talk.say('* ID ("name" "Practice")\r\n')
      return done('ID completed.')
    case 'NOOP':
    case 'CHECK':
      return done('Completed.')
    case 'NAMESPACE':
      talk.say('* NAMESPACE (("" "/")) NIL NIL\r\n')
      return done('Namespace completed.')
    case 'SELECT':
    case 'EXAMINE':
      return select(room, folder, name === 'EXAMINE')
    case 'LIST':
    case 'LSUB':
      return list(room, name, args)
    case 'STATUS':
      return status(room, args)
    case 'SUBSCRIBE':
    case 'UNSUBSCRIBE':
      return done('Completed.')
    case 'CREATE':
      return folder !== null && mail.create(user, folder) ? done('Created.') : no('[CANNOT] Not created.')
    case 'DELETE':
      return folder !== null && mail.drop(user, folder) ? done('Deleted.') : no('[CANNOT] Not deleted.')
    case 'APPEND':
      return append(room, command)
  }
  return selected ? (inFolder(room, selected, name, args, byUid) ?? bad('Unknown command.')) : bad('No folder is selected.')
}

/** Changes of numbers must not be told while a client counts on them (RFC 3501 §7.4.1). */
const keepsNumbers = new Set(['FETCH', 'STORE', 'SEARCH'])

/** The authenticated and selected states of IMAP for one user, until LOGOUT or the client is gone. */
export async function serveImapBox(talk: Talk, user: string, mail: MailStore, capabilities: string): Promise<void> {
  let room: Room = { talk, user, mail, capabilities, selected: null }
  for (;;) {
    const command = await readCommand(talk, literalsMost)
    if (command === null) return
    if ('bad' in command) {
      talk.say(`${command.bad} BAD Cannot be read.\r\n`)
      continue
    }
    if (command.name === 'LOGOUT') {
      talk.say(`* BYE Logging out\r\n${command.tag} OK Logout completed.\r\n`)
      return
    }
    const { said, room: next } = answer(room, command)
    room = keepsNumbers.has(command.name) ? (next ?? room) : refresh(next ?? room)
    talk.say(`${command.tag} ${said}\r\n`)
  }
}
