import { readNumberSet, textOf, type Argument } from './imap-command.ts'
import { fetchItems, fetchResponse, flagList } from './imap-fetch.ts'
import { makeSearch, type Numbered } from './imap-search.ts'
import type { MailStore, StoredMessage } from './mail-store.ts'
import type { Talk } from './talk.ts'

/** A folder as this client knows it: its messages by number may lag behind the store until a command that may tell. */
export interface Selected {
  readonly folder: string
  readonly readOnly: boolean
  readonly uids: readonly number[]
}

/** One signed-in client: whose mail, and which folder is open. */
export interface Room {
  readonly talk: Talk
  readonly user: string
  readonly mail: MailStore
  readonly capabilities: string
  readonly selected: Selected | null
}

/** What a command came to: the tagged answer, and the room as it is afterwards. */
export interface Done {
  readonly said: string
  readonly room?: Room
}
export const no = (text: string): Done => ({ said: `NO ${text}` })
export const bad = (text: string): Done => ({ said: `BAD ${text}` })
export const done = (text: string, room?: Room): Done => ({ said: `OK ${text}`, ...(room && { room }) })

const numbered = ({ user, mail, selected }: Room): readonly Numbered[] => {
  if (!selected) return []
  const byUid = new Map((mail.list(user, selected.folder) ?? []).map((one) => [one.uid, one]))
  return selected.uids.flatMap((uid, index) => {
    const message = byUid.get(uid)
    return message ? [{ number: index + 1, message }] : []
  })
}

function chosen(room: Room, set: Argument | undefined, byUid: boolean): readonly Numbered[] | null {
  const all = numbered(room)
  const of = ({ number, message }: Numbered): number => (byUid ? message.uid : number)
  const wanted = readNumberSet(textOf(set) ?? '', all.map(of))
  return wanted && all.filter((one) => wanted.has(of(one)))
}

function fetch(room: Room, selected: Selected, [set, wanted]: readonly Argument[], byUid: boolean): Done {
  const [messages, items] = [chosen(room, set, byUid), fetchItems(wanted, byUid)]
  if (!messages || !items) return bad('Message set and items expected.')
  for (const { number, message } of messages) {
    const response = fetchResponse(message, number, items)
    if (!response) return bad('Unknown item to fetch.')
    room.talk.say(response.bytes)
    if (!response.reads || selected.readOnly || message.flags.has('\\Seen')) continue
    const flags = new Set([...message.flags, '\\Seen'])
    room.mail.setFlags(room.user, selected.folder, message.uid, flags)
    room.talk.say(`* ${number} FETCH (FLAGS ${flagList(flags)})\r\n`)
  }
  return done('Fetch completed.')
}

function store(room: Room, selected: Selected, [set, how, given]: readonly Argument[], byUid: boolean): Done {
  const messages = chosen(room, set, byUid)
  const asked = /^([+-]?)FLAGS(\.SILENT)?$/i.exec(textOf(how) ?? '')
  if (!messages || !asked || given === undefined) return bad('Message set, flags and values expected.')
  if (selected.readOnly) return no('[READ-ONLY] Folder is read-only.')
  const flags = (Array.isArray(given) ? given : [given])
    .map(String)
    .filter((flag) => /^\\?[A-Za-z$][\w$-]{0,40}$/.test(flag))
    .slice(0, 20)
  for (const { number, message } of messages) {
    const kept = asked[1] === '' ? [] : [...message.flags].filter((flag) => asked[1] === '+' || !flags.includes(flag))
    const next = new Set(asked[1] === '-' ? kept : [...kept, ...flags])
    room.mail.setFlags(room.user, selected.folder, message.uid, next)
    if (!asked[2]) room.talk.say(`* ${number} FETCH (${byUid ? `UID ${message.uid} ` : ''}FLAGS ${flagList(next)})\r\n`)
  }
  return done('Store completed.')
}

function copy(room: Room, selected: Selected, [set, to]: readonly Argument[], byUid: boolean, move: boolean): Done {
  const [messages, folder] = [chosen(room, set, byUid), textOf(to)]
  if (!messages || folder === null) return bad('Message set and folder expected.')
  if (room.mail.list(room.user, folder) === null) return no('[TRYCREATE] No such folder.')
  for (const { message } of messages) room.mail.deliver(room.user, message.bytes, folder, message.flags)
  if (move) room.mail.remove(room.user, selected.folder, new Set(messages.map(({ message }) => message.uid)))
  return done('Copy completed.')
}

function search(room: Room, args: readonly Argument[], byUid: boolean): Done {
  const all = numbered(room)
  const test = makeSearch(args, all)
  if (!test) return bad('Unknown search.')
  const found = all.filter((one) => test(one)).map(({ number, message }) => (byUid ? message.uid : number))
  room.talk.say(`* SEARCH${found.map((number) => ` ${number}`).join('')}\r\n`)
  return done('Search completed.')
}

function expunge({ user, mail }: Room, { folder, readOnly }: Selected, only?: ReadonlySet<number>): void {
  const gone = (mail.list(user, folder) ?? []).filter(
    (one: StoredMessage) => one.flags.has('\\Deleted') && (!only || only.has(one.uid)),
  )
  if (!readOnly) mail.remove(user, folder, new Set(gone.map((one) => one.uid)))
}

/** One command about the messages of the open folder; null when it is none of these. */
export function inFolder(room: Room, selected: Selected, name: string, args: readonly Argument[], byUid: boolean): Done | null {
  switch (name) {
    case 'FETCH':
      return fetch(room, selected, args, byUid)
    case 'STORE':
      return store(room, selected, args, byUid)
    case 'SEARCH':
      return search(room, args, byUid)
    case 'COPY':
      return copy(room, selected, args, byUid, false)
    case 'MOVE':
      return selected.readOnly ? no('[READ-ONLY] Folder is read-only.') : copy(room, selected, args, byUid, true)
    case 'EXPUNGE':
      expunge(room, selected, byUid ? new Set(chosen(room, args[0], true)?.map(({ message }) => message.uid)) : undefined)
      return done('Expunge completed.')
    case 'CLOSE':
      expunge(room, selected)
      return done('Closed.', { ...room, selected: null })
    case 'UNSELECT':
      return done('Closed.', { ...room, selected: null })
    default:
      return null
  }
}
