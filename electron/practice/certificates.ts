import { generate } from 'selfsigned'

/** A certificate authority of its own for one start, and a server certificate under it. The keys stay in memory. */
export interface PracticeCertificates {
  readonly caPem: string
  readonly serverKeyPem: string
  readonly serverCertPem: string
}

const dayMs = 86_400_000

/**
 * Makes both in some tens of milliseconds (P-256 keys). The server certificate names `localhost`, 127.0.0.1, ::1 and the hosts
 * given; both end after 30 days, so that a forgotten authority does not live on in somebody's trust store.
 */
export async function makeCertificates(hosts: readonly string[], nowMs: number): Promise<PracticeCertificates> {
  const notBeforeDate = new Date(nowMs - dayMs)
  const notAfterDate = new Date(nowMs + 30 * dayMs)
  const common = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256', notBeforeDate, notAfterDate } as const
  const authority = await generate([{ name: 'commonName', value: `Practice authority ${new Date(nowMs).toISOString()}` }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...[...new Set(['localhost', ...hosts])].map((value) => ({ type: 2 as const, value })),
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  })
  return { caPem: authority.cert, serverKeyPem: server.private, serverCertPem: server.cert }
}
