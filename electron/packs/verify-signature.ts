import { createHash, createPublicKey, verify } from 'node:crypto'
import { sayFingerprint } from '../../shared/pack/fingerprint.ts'
import { type Pack, signedText } from '../../shared/pack/pack.ts'

/** SHA-256 of bytes or of a text's UTF-8, hex. */
export const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')

/** What people compare a key by. `publicKey`: its 32 bytes in base64. */
export const fingerprintOf = (publicKey: string): string => sayFingerprint(sha256(Buffer.from(publicKey, 'base64')))

/** Did the holder of the pack's key sign this very text? Says nothing about who that is. */
export function verifySignature({ provider, signature }: Pack): boolean {
  const x = Buffer.from(signature.publicKey, 'base64').toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, Buffer.from(signedText(provider)), key, Buffer.from(signature.value, 'base64'))
}
