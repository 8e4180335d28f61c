import type { FoundByHand } from '../../../shared/client/by-hand/found-by-hand.ts'
import { endpointUrl } from '../../../shared/mail/endpoint.ts'
import { sayCli } from '../../../shared/words/cli.ts'
import { otherHolderOf } from '../../../shared/plan/checklist.ts'
import { nextWords } from '../../../shared/words/record.ts'
import { clientNames } from '../../../shared/words/settings.ts'
import { sayProblem } from '../../../shared/words/say-problem.ts'
import type { CommandContext } from '../command-context.ts'
import type { Arguments } from '../arguments.ts'
import { exitCodes } from '../exit-codes.ts'
import { findWantedProfiles } from '../../road/find-wanted-profiles.ts'
import { findBesides } from '../../road/find-besides.ts'
import { readPrograms } from '../read-programs.ts'
import { stopBefore } from '../stop-before.ts'

/** A mail program that is not rewritten, with the way by hand. */
function tellBeside({ say, lang }: CommandContext['output'], { program, place, account }: FoundByHand) {
  const client = clientNames[program] ?? program
  const name = account?.address ?? ''
  say(sayCli('profile', lang, { client, profile: name === '' ? '-' : name, folder: place }))
  const outgoing = account?.outgoing ? `smtp://${account.outgoing}` : null
  const incoming = account?.protocol ? `${account.protocol}://${account.incoming}` : null
  if (account)
    say(sayCli('account', lang, { address: name, incoming: account.incoming || '-', outgoing: account.outgoing || '-' }))
  say(`    ${nextWords[otherHolderOf[program]][lang]}`)
  const stored = { storedPassword: null, changeable: false }
  const accounts = account ? [{ address: name, userName: account.userName, incoming, outgoing, ...stored }] : []
  return { client: program, profile: place, name, running: null, inUse: null, primaryPassword: null, findings: [], accounts }
}

/** Mail programs (those wanted), profiles and accounts found on this PC. Changes nothing and shows no password. */
export async function clientsCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { app, output } = context
  const programs = readPrograms(args.options)
  const found = await findWantedProfiles(app, programs)
  if (!found.ok) return stopBefore(context, found.problem)
  const besides = await findBesides(app, programs, found.value)
  if (found.value.length + besides.length === 0) output.say(sayCli('noProfiles', output.lang))
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
  output.line({ type: 'result', clients: [...clients, ...besides.map((one) => tellBeside(output, one))] })
  return exitCodes.done
}
