import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { openWorld, roadTo, tell } from '../journey/journey.ts'
import { median, type Section } from './section.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const cli = path.join(root, 'dist', 'cli.js')

function timed(args: readonly string[]): number {
  const began = performance.now()
  const done = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${args.join(' ')} ended with ${done.status}: ${done.stderr.slice(0, 300)}`)
  return performance.now() - began
}

/** Start of the command line against a Node that does nothing, interleaved; and one whole practice run. */
export const commandLine: Section = {
  title: 'command line: start, and one whole practice run',
  missing: () => null,
  run: async ({ quick, say }) => {
    const rounds = quick ? 5 : 15
    const bare: number[] = []
    const version: number[] = []
    const providers: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      bare.push(timed(['-e', '0']))
      version.push(timed([cli, '--version']))
      providers.push(timed([cli, 'providers']))
    }
    const runs: number[] = []
    for (let round = 0; round < (quick ? 1 : 3); round += 1) {
      const world = await openWorld()
      const began = performance.now()
      const told = await tell(['run', world.stage.sheetFile, ...roadTo(world, '--mailbox', world.stage.addresses[0]!)])
      runs.push(performance.now() - began)
      await world.close()
      if (told.code !== 0) throw new Error(`practice run ended with ${told.code}`)
      say(`  practice run ${round + 1}: ${(runs.at(-1)! / 1000).toFixed(1)} s`)
    }
    const ms = (values: readonly number[]): string => median(values).toFixed(0)
    const start = median(version)
    const figure = (name: string, shown: string) => ({ name, shown, bar: null, met: null })
    return {
      table: [
        ['what', 'median ms', 'ratio to a bare node'],
        ['node -e 0', ms(bare), '1.0'],
        ['mail-migrate --version', ms(version), (start / median(bare)).toFixed(1)],
        ['mail-migrate providers', ms(providers), (median(providers) / median(bare)).toFixed(1)],
        ['run, one mailbox, practice provider', ms(runs), ''],
      ],
      notes: [],
      figures: [
        figure('command line start', `${start.toFixed(0)} ms`),
        figure('one whole practice run', `${(median(runs) / 1000).toFixed(1)} s`),
      ],
    }
  },
}
