import type { ReactNode } from 'react'
import type { InBoth } from '../../../shared/words/lang.ts'
import type { PlanLane } from '../../../shared/screen/plan-lanes.ts'
import { sayTime } from '../../../shared/words/say-time.ts'
import { clientNames, sayRealms, serviceWords } from '../../../shared/words/settings.ts'
import { planWords } from '../../../shared/words/window/plan.ts'
import { providerOf, useWindow } from '../window-state.ts'
import { Box } from './box.tsx'
import { ChangeTable } from './change-table.tsx'

const Row = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="grid gap-x-6 border-t border-solid-gray-200 py-3 md:grid-cols-[10rem_1fr]">
    <dt className="font-bold">{name}</dt>
    <dd className="min-w-0">{children}</dd>
  </div>
)

const sites: Readonly<Record<PlanLane['site']['how'], InBoth>> = {
  recipe: planWords.siteRecipe,
  guided: planWords.siteGuided,
  skipped: planWords.siteSkipped,
}

function Presses({ presses }: Pick<PlanLane['site'], 'presses'>) {
  const { say } = useWindow()
  if (presses.length === 0) return null
  return (
    <>
      <p className="mt-2 text-[0.875rem] text-solid-gray-700">{say(planWords.presses)}</p>
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {presses.map(({ control, irreversible }, index) => (
          // The same button may be pressed twice: its place is what tells it apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="flex items-center gap-2">
            <span
              className={`rounded-4 border px-2 ${irreversible ? 'border-2 border-error-2 font-bold text-error-2' : 'border-solid-gray-600'}`}
            >
              {control}
            </span>
            {irreversible && <span className="font-bold text-error-2">{say(planWords.irreversible)}</span>}
            {index < presses.length - 1 && <span aria-hidden>→</span>}
          </li>
        ))}
      </ol>
    </>
  )
}

function Site({
  lane,
  limits,
}: {
  readonly lane: PlanLane
  readonly limits: readonly { readonly most: number; readonly hours: number }[]
}) {
  const { say, lang } = useWindow()
  const { how, url, login, owner, realms, presses } = lane.site
  return (
    <Row name={say(planWords.site)}>
      {url !== null && <span className="block font-mono text-[0.875rem] break-all text-solid-gray-700">{url}</span>}
      {say(sites[how], { login, owner, realms: sayRealms(realms, lang) })}
      <Presses presses={presses} />
      <ul className="mt-1 list-disc pl-6">
        {lane.provesOld && <li>{say(planWords.provesOld)}</li>}
        {lane.notBefore !== null && (
          <li className="font-bold">{say(planWords.notToday, { at: sayTime(lane.notBefore, lang) ?? lane.notBefore })}</li>
        )}
        {how !== 'skipped' &&
          limits.map(({ most, hours }) => (
            <li key={hours}>{say(hours === 24 ? planWords.limitDay : planWords.limit, { most, hours })}</li>
          ))}
      </ul>
    </Row>
  )
}

/** Everything one mailbox (or sign-in) is in for, in the order in which it matters: the site, the servers, the mail program. */
export function PlanLaneCard({ lane, mailPrograms }: { readonly lane: PlanLane; readonly mailPrograms: boolean }) {
  const { say, lang, about } = useWindow()
  const provider = providerOf(about, lane.provider)
  const goals = provider?.goals.filter(({ realm }) => lane.realms.includes(realm)) ?? []
  const name = lane.address ?? say(planWords.loginLane, { login: lane.login, realms: sayRealms(lane.realms, lang) })
  return (
    <Box title={`${name}${say(planWords.ofProvider, { provider: provider?.name[lang] ?? lane.provider })}`}>
      <dl className="mt-2">
        <Site lane={lane} limits={goals.flatMap(({ limit }) => limit ?? []).slice(0, 1)} />
        {lane.servers.length > 0 && (
          <Row name={say(planWords.servers)}>
            <ul>
              {lane.servers.map(({ protocol, host, port }) => (
                <li key={`${protocol} ${host} ${port}`} className="break-all">
                  {say(planWords.server, {
                    service: serviceWords[protocol === 'smtp' ? 'outgoing' : 'incoming'][lang],
                    host,
                    port,
                  })}
                </li>
              ))}
            </ul>
          </Row>
        )}
        {lane.address !== null && (
          <Row name={say(planWords.client)}>
            {lane.clients.length === 0 && say(mailPrograms ? planWords.noClient : planWords.noClientWanted)}
            {lane.clients.map(({ client, profile, folder, changes }) => {
              const title = say(planWords.clientIs, { client: clientNames[client] ?? client, profile })
              return (
                <div key={folder} className="mb-2">
                  <p>{title}</p>
                  <ChangeTable changes={changes} caption={title} />
                </div>
              )
            })}
          </Row>
        )}
      </dl>
    </Box>
  )
}
