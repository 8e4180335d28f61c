import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Handlers, Input, Output } from '../../shared/ipc/contract.ts'
import { viewProvider } from '../../shared/ipc/provider-view.ts'
import { endpointUrl } from '../../shared/mail/endpoint.ts'
import { pagesOf } from '../../shared/provider/pages-of.ts'
import type { ListRow } from '../road/app.ts'
import { viewStage } from './practice-handlers.ts'
import type { WindowNeeds } from './window-needs.ts'

type CheckedRow = Extract<Parameters<WindowNeeds['tell']>[0], { type: 'checked' }>['row']

const rowOf = ({ line, address, probes, problem }: ListRow): CheckedRow => ({
  line,
  address,
  ok: problem === null && probes.every((report) => report.ok),
  probes: probes.map(({ endpoint, ok: fine, ms, problem }) => ({
    url: endpointUrl(endpoint),
    ok: fine,
    ms: Math.round(ms),
    problem,
  })),
  problem,
})

function checkList(
  { app, tell, underWay, files }: WindowNeeds,
  { file, atOnce }: Input<'checkList'>,
): Promise<Result<Output<'checkList'>>> {
  return underWay.during({ what: 'list' }, async (stop) => {
    const given = files.find(file)
    if (!given.ok) return given
    const rows = await app.probeList(given.value, { atOnce, ca: undefined, stop })
    if (!rows.ok) return rows
    const counts = { ok: 0, failed: 0 }
    for await (const row of rows.value) {
      const checked = rowOf(row)
      counts[checked.ok ? 'ok' : 'failed'] += 1
      tell({ type: 'checked', row: checked })
    }
    return ok(counts)
  })
}

type SupportCalls = 'about' | 'vault' | 'setLang' | 'openPage' | 'checkList'

/** Calls about the program itself, and a visit to an office. */
export function supportHandlers(needs: WindowNeeds): Pick<Handlers, SupportCalls> {
  const { app, name, shell, lang, practice, desktop } = needs
  return {
    about: async () => {
      const providers = app.providers.map(viewProvider)
      const { version, dataDir } = app
      const stage = practice.now()
      const rehearsal = stage && viewStage(stage)
      return ok({ name, version, dataDir, lang: lang.now(), shell, practice: rehearsal, providers })
    },
    vault: async () => ok({ problem: await needs.vault }),
    setLang: async ({ lang: wanted }) => {
      const kept = await lang.keep(wanted)
      return kept.ok ? ok({}) : kept
    },
    openPage: async ({ provider, url }) => {
      const known = app.findProvider(provider)
      if (!known || !pagesOf(known).includes(url)) return fail('bad-usage', 'never', { reason: 'page-not-listed' })
      const opened = await desktop.openPage(url)
      return opened.ok ? ok({}) : opened
    },
    checkList: (input) => checkList(needs, input),
  }
}
