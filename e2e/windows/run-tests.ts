import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from '../../shared/base/zod.ts'
import { browserVariable } from './browser.ts'
import { windowsPath, type Windows } from './rig.ts'

/** What the runner writes, as far as it is looked at. */
const report = z.looseObject({
  testResults: z.array(
    z.looseObject({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.looseObject({
          fullName: z.string(),
          status: z.string(),
          duration: z.number().nullish(),
          failureMessages: z.array(z.string()),
        }),
      ),
    }),
  ),
})

export interface FileOutcome {
  /** Below the root, with `/`. */
  readonly file: string
  readonly passed: readonly string[]
  readonly skipped: readonly string[]
  /** Each with what went wrong. */
  readonly failed: readonly string[]
  readonly seconds: number
}

/** Runs test files in Windows Node; `browser`: where one of this system listens, for visits. What did not come to a report is an error with what was said. */
export async function runTests(
  windows: Windows,
  files: readonly string[],
  patience: number,
  browser: string,
): Promise<readonly FileOutcome[]> {
  const written = path.join(windows.folder, 'report.json')
  const { code, said } = await windows.node(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config=e2e/windows/vitest.config.ts',
      '--reporter=json',
      `--outputFile=${windowsPath(written)}`,
      ...files,
    ],
    patience,
    { [browserVariable]: browser },
  )
  if (!existsSync(written)) throw new Error(`no report from Windows (exit ${code}):\n${said}`)
  const { testResults } = report.parse(JSON.parse(readFileSync(written, 'utf8')))
  const outcomes = testResults.map(({ name, status, message, assertionResults }): FileOutcome => {
    const of = (wanted: string) => assertionResults.filter((one) => one.status === wanted)
    const failed = of('failed').map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n')}`)
    return {
      file: files.find((file) => name.replaceAll('\\', '/').endsWith(file)) ?? name,
      passed: of('passed').map(({ fullName }) => fullName),
      skipped: assertionResults.filter((one) => !['passed', 'failed'].includes(one.status)).map(({ fullName }) => fullName),
      failed: status === 'failed' && failed.length === 0 ? [message] : failed,
      seconds: assertionResults.reduce((sum, { duration }) => sum + (duration ?? 0), 0) / 1000,
    }
  })
  // Red without a red test (an error outside of one, a process that ended badly) is red all the same.
  if (code !== 0 && outcomes.every(({ failed }) => failed.length === 0)) throw new Error(`Windows ended with ${code}:\n${said}`)
  return outcomes
}
