import { generate } from 'selfsigned'

/** A certificate authority made for one test run: PEM texts, and the name it signs under. */
export interface TestAuthority {
  readonly key: string
  readonly cert: string
  readonly kind: 'ec' | 'rsa'
}

/** A server's key and certificate, both PEM. `cert` holds the leaf alone: clients trust the authority, not the chain. */
export interface TestCertificate {
  readonly key: string
  readonly cert: string
}

export interface CertificateOrder {
  /** Names and addresses the certificate speaks for. */
  readonly names: readonly string[]
  /** Days from now until it ends; a negative number makes one that has ended already. Default 365. */
  readonly days?: number
}

const day = 86_400_000
const isAddress = (name: string): boolean => /^[0-9.]+$|:/.test(name)

const alternativeNames = (names: readonly string[]) =>
  names.map((name) => (isAddress(name) ? ({ type: 7, ip: name } as const) : ({ type: 2, value: name } as const)))

/**
 * Makes a new authority. Its name is unique, so that a client which trusts another run's authority refuses it by name
 * too. `rsa` where a server shall look like most in use; `ec` where making it must be quick.
 */
export async function makeAuthority(kind: 'ec' | 'rsa' = 'ec'): Promise<TestAuthority> {
  const name = `Mail Migration Test CA ${process.pid}-${Math.random().toString(36).slice(2, 8)}`
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: kind,
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 3000 * day),
    notAfterDate: new Date(Date.now() + 3000 * day),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  return { key: made.private, cert: made.cert, kind }
}

/** Makes a server certificate signed by `authority`; without one it is self-signed. */
export async function makeCertificate(order: CertificateOrder, authority?: TestAuthority): Promise<TestCertificate> {
  const ends = Date.now() + (order.days ?? 365) * day
  const first = order.names.find((name) => !name.startsWith('*')) ?? 'localhost'
  const made = await generate([{ name: 'commonName', value: first }], {
    keyType: authority?.kind ?? 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Math.min(Date.now(), ends) - 365 * day),
    notAfterDate: new Date(ends),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: alternativeNames(order.names) },
    ],
    ...(authority ? { ca: { key: authority.key, cert: authority.cert } } : {}),
  })
  return { key: made.private, cert: made.cert }
}
