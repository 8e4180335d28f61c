import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import type { Protocol, Security } from '../../shared/mail/endpoint.ts'

/** A curl configuration file for one sign-in: the fastest curl can do, and nothing of the password among its arguments. */
export function writeCurlConfig(
  file: string,
  order: { protocol: Protocol; security: Security; port: number; userName: string; password: string; caFile: string },
): void {
  const url = `${order.protocol}${order.security === 'tls' ? 's' : ''}://localhost:${order.port}`
  const lines = [
    `url = "${url}"`,
    `user = "${order.userName}:${order.password}"`,
    `cacert = "${order.caFile}"`,
    'silent',
    'show-error',
    'output = "/dev/null"',
    'sasl-ir',
    'request = "NOOP"',
    'max-time = 60',
    // Without this curl waits for a body after NOOP until the server's idle limit (seen: 600 s).
    ...(order.protocol === 'pop3' ? ['head'] : []),
    ...(order.security === 'starttls' ? ['ssl-reqd'] : []),
  ]
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
}

/** curl's own time to the reply, in ms, or a throw when it did not sign in. */
export function curlSignIn(configFile: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn('curl', ['-K', configFile, '-w', '%{time_total}'], { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let trouble = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve(Number(out) * 1000) : reject(new Error(`curl ${code}: ${trouble}`))))
  })
}

/** Why curl cannot run here, or null. */
export const curlMissing = (): string | null => (spawnSync('curl', ['--version']).status === 0 ? null : 'curl is not installed')
