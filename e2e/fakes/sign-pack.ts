import { generateKeyPairSync, sign } from 'node:crypto'
import { fingerprintOf } from '../../electron/packs/verify-signature.ts'
import { packFormat, packText, providerText, signedText, type Pack } from '../../shared/pack/pack.ts'

/** Somebody who signs packs, honest or not: signs whatever text he is given. */
export interface Signer {
  readonly publicKey: string
  readonly fingerprint: string
  readonly pack: (provider: string) => Pack
  /** A pack file's text for a provider's data. */
  readonly file: (data: unknown) => string
}

export function makeSigner(): Signer {
  const { privateKey, publicKey: half } = generateKeyPairSync('ed25519')
  const publicKey = Buffer.from(half.export({ format: 'jwk' }).x!, 'base64url').toString('base64')
  const pack = (provider: string): Pack => {
    const value = sign(null, Buffer.from(signedText(provider)), privateKey).toString('base64')
    return { format: packFormat, provider, signature: { algorithm: 'Ed25519', publicKey, value } }
  }
  return { publicKey, fingerprint: fingerprintOf(publicKey), pack, file: (data) => packText(pack(providerText(data))) }
}
