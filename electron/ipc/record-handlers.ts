import { access } from 'node:fs/promises'
import path from 'node:path'
import { runId, type RunId } from '../../shared/base/ids.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Handlers, Output } from '../../shared/ipc/contract.ts'
import { proveRun } from '../road/prove-run.ts'
import { readRun } from './view-run.ts'
import type { WindowNeeds } from './window-needs.ts'

type Needs = Pick<WindowNeeds, 'app' | 'desktop' | 'lang'>

/** Writes the record of a run as it stands now; `file` null: into the data folder. Of a damaged journal none is made: it would prove what nobody knows. */
async function writeRecord({ app, lang }: Needs, run: RunId, file: string | null) {
  const read = await readRun(app, run)
  if (!read.ok) return read
  if (read.value.problem) return { ok: false as const, problem: read.value.problem }
  return app.writeRecord(await proveRun(app, read.value), file, lang.now())
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

/** The record in the data folder, as the run stands now; where none can be made any more, the one that is there. */
async function recordAt(needs: Needs, run: RunId): Promise<Result<string>> {
  const written = await writeRecord(needs, run, null)
  if (written.ok) return ok(written.value.pdf)
  const { pdf } = needs.app.recordPlaces(path.join(needs.app.dataDir, 'records', `${run}.pdf`))
  return (await isThere(pdf)) ? ok(pdf) : written
}

/** One run that cannot be written keeps none of the others from the stick. */
async function exportAll(needs: Needs, runs: readonly string[]): Promise<Result<Output<'exportProofs'>>> {
  const named = runs.map((run) => runId.safeParse(run))
  const unknown = runs.find((_, at) => !named[at]!.success)
  if (unknown !== undefined) return fail('run-unknown', 'after-person', { run: unknown.slice(0, 60) })
  const folder = await needs.desktop.chooseFolder()
  const files: string[] = []
  const refused: Output<'exportProofs'>['refused'] = []
  for (const run of folder === null ? [] : named.flatMap(({ data }) => data ?? [])) {
    const written = await writeRecord(needs, run, path.join(folder!, `${run}.pdf`))
    if (written.ok) files.push(written.value.pdf, written.value.json)
    else refused.push({ run, problem: written.problem })
  }
  return ok({ folder, files, refused })
}

/** Calls about papers: they hold no password. */
export function recordHandlers(needs: Needs): Pick<Handlers, 'saveRecord' | 'openRecord' | 'exportProofs'> {
  return {
    saveRecord: async ({ run, where }) => {
      const file = where === 'ask' ? await needs.desktop.chooseRecord(`${run}.pdf`) : null
      if (where === 'ask' && file === null) return ok({ pdf: null })
      const written = await writeRecord(needs, run, file)
      return written.ok ? ok({ pdf: written.value.pdf }) : written
    },
    openRecord: async ({ run }) => {
      const file = await recordAt(needs, run)
      const opened = file.ok ? await needs.desktop.openFile(file.value) : file
      return opened.ok ? ok({}) : opened
    },
    exportProofs: ({ runs }) => exportAll(needs, runs),
  }
}
