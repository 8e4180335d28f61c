import { fail, ok } from '../../shared/base/result.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { viewProvider } from '../../shared/ipc/provider-view.ts'
import { pagesOf } from '../../shared/provider/pages-of.ts'
import { viewStage } from './practice-handlers.ts'
import type { WindowNeeds } from './window-needs.ts'

type SupportCalls = 'about' | 'vault' | 'setLang' | 'openPage'

/** Calls about the program itself, and a provider's pages. */
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
  }
}
