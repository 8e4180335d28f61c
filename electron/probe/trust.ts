import tls from 'node:tls'

/** With more authorities a context holds the built-in ones again; making it costs tens of ms, so each is made once. */
const contexts = new Map<string, tls.SecureContext>()

/** The certificate authorities Node would trust by itself, as PEM (Node before 22.15 cannot tell the extra ones apart). */
function builtIn(): readonly string[] {
  return typeof tls.getCACertificates === 'function' ? tls.getCACertificates('default') : tls.rootCertificates
}

/** The TLS context for the built-in authorities and, on top of them, `ca` (PEM). TLS 1.2 at least. Reused between probes. */
export function trustContext(ca?: string): tls.SecureContext {
  const key = ca ?? ''
  const known = contexts.get(key)
  if (known) return known
  const made = tls.createSecureContext({ minVersion: 'TLSv1.2', ...(ca ? { ca: [...builtIn(), ca] } : {}) })
  contexts.set(key, made)
  return made
}
