import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { fail, ok } from '../../shared/base/result.ts'
import type { PasswordBox } from './password-box.ts'

const keyOf = (user: string): Buffer => createHash('sha256').update(`memory-password-box/${user}`).digest()

/**
 * Boxes of the same shape as Windows's, where there is no Windows: bound to a user's name, with a description, another box every time, and
 * refused when damaged. It protects nothing: the key is made from the name.
 *
 * Layout: `MEMBOX1`, 12 bytes nonce, 2 bytes length of the description (UTF-16LE units), the description, 16 bytes tag, the sealed bytes.
 */
export function memoryPasswordBox(user: string): PasswordBox {
  const mark = Buffer.from('MEMBOX1', 'latin1')
  const other = fail('client-no-key', 'after-person', { reason: 'other-user' })
  return {
    protect: async (bytes, description) => {
      const nonce = randomBytes(12)
      const said = Buffer.from(description, 'utf16le')
      const length = Buffer.alloc(2)
      length.writeUInt16LE(said.length / 2)
      const cipher = createCipheriv('aes-256-gcm', keyOf(user), nonce).setAAD(said)
      const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
      return ok(Buffer.concat([mark, nonce, length, said, cipher.getAuthTag(), sealed]))
    },
    unprotect: async (given) => {
      const box = Buffer.from(given)
      if (box.length < 37 || !box.subarray(0, 7).equals(mark)) return other
      const end = 21 + box.readUInt16LE(19) * 2
      if (box.length < end + 16) return other
      const said = box.subarray(21, end)
      const open = createDecipheriv('aes-256-gcm', keyOf(user), box.subarray(7, 19))
      open.setAAD(said).setAuthTag(box.subarray(end, end + 16))
      try {
        const bytes = Buffer.concat([open.update(box.subarray(end + 16)), open.final()])
        return ok({ bytes, description: said.toString('utf16le') })
      } catch {
        // The tag does not fit: another user's box, or a damaged one. Windows does not tell these apart either.
        return other
      }
    },
  }
}
