import { connect, type Socket } from 'node:net'

/** A top-level window that can be closed as a person would, topmost first. `name` is its class, lower case. */
export interface XWindow {
  readonly id: number
  readonly name: string
  readonly title: string
}

/** As much of an X client as a test needs: see windows, close them, press keys. Nothing to install beyond the X server. */
export interface XClient {
  windows(): Promise<readonly XWindow[]>
  /** WM_DELETE_WINDOW: the click on the close button. */
  close(window: XWindow): Promise<void>
  /** Gives a window the keyboard and presses keys together (`['Control', 'Return']`). */
  press(window: XWindow, keys: readonly string[]): Promise<void>
  /** Types lower-case letters and digits into a window. */
  type(window: XWindow, text: string): Promise<void>
  end(): void
}

/** Key codes of the X server's own (US) layout. */
const keyCodes: Readonly<Record<string, number>> = { Return: 36, Control: 37, Tab: 23, Escape: 9 }
const rows: readonly (readonly [string, number])[] = [
  ['1234567890', 10],
  ['qwertyuiop', 24],
  ['asdfghjkl', 38],
  ['zxcvbnm', 52],
]
const keyCode = (key: string): number => {
  const [row, start] = rows.find(([keys]) => key.length === 1 && keys.includes(key)) ?? []
  const code = keyCodes[key] ?? (row === undefined || start === undefined ? undefined : start + row.indexOf(key))
  if (code === undefined) throw new Error(`no key ${key}`)
  return code
}

const padded = (length: number): number => (length + 3) & ~3

function request(opcode: number, detail: number, body: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt8(opcode, 0)
  head.writeUInt8(detail, 1)
  head.writeUInt16LE(1 + padded(body.length) / 4, 2)
  return Buffer.concat([head, body, Buffer.alloc(padded(body.length) - body.length)])
}
const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeUInt32LE(value, at * 4))
  return bytes
}

/** Replies in the order of their requests; errors count as "no reply", events are dropped. */
class Talk {
  readonly #socket: Socket
  #buffer: Buffer = Buffer.alloc(0)
  #waiting: ((reply: Buffer | null) => void)[] = []
  #setup: ((reply: Buffer) => void) | null = null

  constructor(socket: Socket, setup: (reply: Buffer) => void) {
    this.#socket = socket
    this.#setup = setup
    socket.on('data', (chunk) => {
      this.#buffer = Buffer.concat([this.#buffer, chunk])
      while (this.#take());
    })
    socket.on('close', () => this.#waiting.splice(0).forEach((answer) => answer(null)))
    socket.on('error', () => undefined)
  }

  #take(): boolean {
    const buffer = this.#buffer
    if (this.#setup) {
      const length = buffer.length < 8 ? Infinity : 8 + 4 * buffer.readUInt16LE(6)
      if (buffer.length < length) return false
      this.#buffer = buffer.subarray(length)
      this.#setup(buffer.subarray(0, length))
      this.#setup = null
      return true
    }
    if (buffer.length < 32) return false
    const isReply = buffer[0] === 1
    const length = isReply ? 32 + 4 * buffer.readUInt32LE(4) : 32
    if (buffer.length < length) return false
    this.#buffer = buffer.subarray(length)
    if (isReply || buffer[0] === 0) this.#waiting.shift()?.(isReply ? buffer.subarray(0, length) : null)
    return true
  }

  send(bytes: Buffer): void {
    this.#socket.write(bytes)
  }

  ask(bytes: Buffer): Promise<Buffer | null> {
    return new Promise((resolve) => {
      if (this.#socket.destroyed) return resolve(null)
      this.#waiting.push(resolve)
      this.#socket.write(bytes)
    })
  }
}

const getProperty = 20
const getInputFocus = 43

async function setUp(display: number): Promise<{ talk: Talk; root: number; socket: Socket }> {
  const socket = connect(`/tmp/.X11-unix/X${display}`)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  const { setup, talk } = await new Promise<{ setup: Buffer; talk: Talk }>((resolve) => {
    const own: Talk = new Talk(socket, (reply) => resolve({ setup: reply, talk: own }))
    own.send(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
  })
  if (setup[0] !== 1) throw new Error('the X server refused')
  const formats = setup.readUInt8(8 + 21)
  const root = setup.readUInt32LE(8 + 32 + padded(setup.readUInt16LE(8 + 16)) + 8 * formats)
  return { talk, root, socket }
}

/** Connects to an X server of this machine by its display number. */
export async function connectX(display: number): Promise<XClient> {
  const { talk, root, socket } = await setUp(display)
  const named = async (opcode: number, name: string): Promise<Buffer | null> => {
    const length = Buffer.alloc(4)
    length.writeUInt16LE(name.length, 0)
    return talk.ask(request(opcode, 0, Buffer.concat([length, Buffer.from(name)])))
  }
  const atom = async (name: string): Promise<number> => (await named(16, name))!.readUInt32LE(8)
  const [protocols, deleteWindow] = [await atom('WM_PROTOCOLS'), await atom('WM_DELETE_WINDOW')]
  const xtest = (await named(98, 'XTEST'))!.readUInt8(9)
  const property = async (window: number, name: number): Promise<Buffer> => {
    const reply = await talk.ask(request(getProperty, 0, words(window, name, 0, 0, 64)))
    const format = reply?.readUInt8(1) ?? 0
    return reply && format > 0 ? reply.subarray(32, 32 + reply.readUInt32LE(16) * (format / 8)) : Buffer.alloc(0)
  }
  const settle = async (): Promise<void> => void (await talk.ask(request(getInputFocus, 0, Buffer.alloc(0))))
  const key = (down: boolean, code: number): void => {
    const body = Buffer.alloc(32)
    body.writeUInt8(down ? 2 : 3, 0)
    body.writeUInt8(code, 1)
    talk.send(request(xtest, 2, body))
  }
  const focus = async (window: XWindow): Promise<void> => {
    talk.send(request(42, 1, words(window.id, 0)))
    await settle()
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  return {
    async windows() {
      const tree = await talk.ask(request(15, 0, words(root)))
      const count = tree?.readUInt16LE(16) ?? 0
      const found: XWindow[] = []
      for (let at = count - 1; at >= 0; at--) {
        const id = tree!.readUInt32LE(32 + 4 * at)
        const attributes = await talk.ask(request(3, 0, words(id)))
        const list = await property(id, protocols)
        const closable = Array.from({ length: list.length / 4 }, (_, i) => list.readUInt32LE(4 * i)).includes(deleteWindow)
        if (attributes?.readUInt8(26) !== 2 || !closable) continue
        const name = (await property(id, 67)).toString('latin1').replaceAll('\0', ' ').trim().toLowerCase()
        found.push({ id, name, title: (await property(id, 39)).toString('latin1') })
      }
      return found
    },
    async close(window) {
      const event = Buffer.alloc(32)
      event.writeUInt8(33, 0)
      event.writeUInt8(32, 1)
      event.writeUInt32LE(window.id, 4)
      event.writeUInt32LE(protocols, 8)
      event.writeUInt32LE(deleteWindow, 12)
      talk.send(request(25, 0, Buffer.concat([words(window.id, 0), event])))
      await settle()
    },
    async press(window, keys) {
      await focus(window)
      keys.forEach((name) => key(true, keyCode(name)))
      keys.toReversed().forEach((name) => key(false, keyCode(name)))
      await settle()
    },
    async type(window, text) {
      await focus(window)
      for (const character of text) {
        key(true, keyCode(character))
        key(false, keyCode(character))
        await settle()
      }
    },
    end: () => socket.destroy(),
  }
}
