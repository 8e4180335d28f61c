import { spawn } from 'node:child_process'
import { expect } from 'vitest'
import { keepSaid } from '../canary/keep-said.ts'
import { cli, passphrase, tell, type RunOptions, type Told } from '../journey/journey.ts'

/** What the command line said to a person, and how it ended. */
export interface Said {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built command line for a person (no `--json`), its input closed or holding `stdin`. */
export function say(
  args: readonly string[],
  options: { readonly stdin?: string | Buffer; readonly env?: Record<string, string> } = {},
) {
  const child = spawn(process.execPath, [cli, ...args], {
    // No window on a developer's own desk: a test that needs a display names one.
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', MAIL_MIGRATE_VAULT_PASSPHRASE: passphrase, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.stdin ?? '')
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  return new Promise<Said>((resolve) => {
    child.on('close', (code) => {
      keepSaid(args, stdout, stderr)
      resolve({ code, stdout, stderr })
    })
  })
}

/**
 * Runs it in the machine form and holds it to what is promised of every answer: JSON Lines only, the result last, a sentence for
 * every problem in both places, no terminal commands.
 */
export async function answer(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Told & { readonly problem: string | null }> {
  const told = await tell(args, { stdin: '', ...options })
  expect(told.stdout.endsWith('\n'), told.stderr).toBe(true)
  expect(told.lines.map((line) => typeof line['type'])).not.toContain('undefined')
  // A list of mailboxes has a result for each row, with its line, and one for the whole.
  expect(told.lines.filter((line) => line['type'] === 'result' && !('line' in line))).toHaveLength(1)
  expect(told.result['type']).toBe('result')
  expect(told.stdout + told.stderr).not.toContain('\u001b')
  const problems: readonly { code: string; text: string }[] = told.result['problems'] ?? []
  for (const problem of problems) expect(problem.text.length, problem.code).toBeGreaterThan(10)
  return { ...told, problem: problems[0]?.code ?? null }
}
