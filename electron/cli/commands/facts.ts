import { endpointUrl } from '../../../shared/mail/endpoint.ts'
import { sayCli } from '../../../shared/words/cli.ts'
import { clientNames } from '../../../shared/words/settings.ts'
import { sayProblem } from '../../../shared/words/say-problem.ts'
import type { CommandContext } from '../command-context.ts'
import type { Arguments } from '../arguments.ts'
import { exitCodes } from '../exit-codes.ts'
import { findWantedProfiles } from '../../road/find-wanted-profiles.ts'
import { readPrograms } from '../read-programs.ts'
import { stopBefore } from '../stop-before.ts'

/** Mail programs (those wanted), profiles and accounts found on this PC. Changes nothing and shows no password. */
export async function clientsCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { app, output } = context
  const found = await findWantedProfiles(app, readPrograms(args.options))
  if (!found.ok) return stopBefore(context, found.problem)
  if (found.value.length === 0) output.say(sayCli('noProfiles', output.lang))
  const clients = found.value.map((profile) => {
    output.say(
      sayCli('profile', output.lang, {
        client: clientNames[profile.client] ?? profile.client,
        profile: profile.name,
        folder: profile.folder,
      }),
    )
    const accounts = profile.accounts.map((account) => {
      const incoming = endpointUrl(account.incoming)
      const outgoing = account.outgoing ? endpointUrl(account.outgoing.endpoint) : null
      output.say(sayCli('account', output.lang, { address: account.address, incoming, outgoing: outgoing ?? '-' }))
      if (account.reason) output.say(`    ${sayProblem(account.reason, output.lang).what}`)
      const { address, userName, changeable } = account
      const storedPassword = account.storedPassword === 'locked' ? null : account.storedPassword
      return { address, userName, incoming, outgoing, storedPassword, changeable }
    })
    for (const finding of profile.findings) output.say(`    ${sayProblem(finding, output.lang).what}`)
    const { client, folder, name, running, inUse, primaryPassword } = profile
    const findings = profile.findings.map((finding) => finding.code)
    return { client, profile: folder, name, running, inUse, primaryPassword, findings, accounts }
  })
  output.line({ type: 'result', clients })
  return exitCodes.done
}
