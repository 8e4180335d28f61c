import { createHash } from 'node:crypto'
import type { RegistryValue } from '../../../shared/client/outlook/registry-tree.ts'
import { encodeNumber } from '../../../shared/client/outlook/decode-value.ts'

/** SHA-256 of a value's type and bytes: the same only where both are. */
export const valueHash = ({ type, bytes }: Pick<RegistryValue, 'type' | 'bytes'>): string =>
  createHash('sha256').update(encodeNumber(type)).update(bytes).digest('hex')
