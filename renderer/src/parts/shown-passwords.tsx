import type { Output } from '../../../shared/ipc/contract.ts'
import type { PasswordStanding } from '../../../shared/screen/password-standing.ts'
import { dictatePassword } from '../../../shared/words/dictate-password.ts'
import type { InBoth } from '../../../shared/words/lang.ts'
import { sayApart } from '../../../shared/words/say-apart.ts'
import { sayTime } from '../../../shared/words/say-time.ts'
import { sayRealms } from '../../../shared/words/settings.ts'
import { doneWords } from '../../../shared/words/window/done.ts'
import { providerOf, useWindow } from '../window-state.ts'
import { Folded } from './box.tsx'
import { Button } from './button.tsx'

type Shown = Output<'revealPasswords'>['passwords'][number]

const titles: Readonly<Record<Exclude<PasswordStanding, 'unclear'>, InBoth>> = {
  'in-force': doneWords.inForce,
  before: doneWords.before,
  replaced: doneWords.replaced,
  'not-yet': doneWords.notYet,
  'not-changed': doneWords.notChanged,
  'not-ours': doneWords.notOurs,
}

/** What a password is to the person now; on the member site, where both are typed, only which of the two it is. */
function titleOf({ which, standing }: Shown, atSite: boolean): InBoth {
  if (atSite) return which === 'new' ? doneWords.newOne : doneWords.oldOne
  if (standing !== 'unclear') return titles[standing]
  return which === 'new' ? doneWords.newUnclear : doneWords.oldUnclear
}

interface ShownPasswordsProps {
  readonly passwords: readonly Shown[]
  /** They are wanted for acting on the member site, where old and new are both typed. */
  readonly atSite: boolean
}

/** Passwords in large letters of equal width, and how each is read out on the telephone. */
function List({ passwords, all, atSite }: ShownPasswordsProps & { readonly all: readonly Shown[] }) {
  const { say, lang, about } = useWindow()
  const logins = all.map(({ for: login, provider }) => ({ login, provider }))
  const whose = ({ for: login, provider }: Shown): string =>
    sayApart({ login, provider }, logins, (id) => providerOf(about, id)?.name ?? null, lang)
  return (
    <ul className="mt-2">
      {passwords.map((password) => (
        <li
          key={[password.which, password.provider, password.for, ...password.realms].join(' ')}
          className="border-t border-solid-gray-420 py-3"
        >
          <p>
            <span className="font-bold">{say(titleOf(password, atSite))}</span>
            <span className="ml-3 text-solid-gray-700">
              {whose(password)} {sayRealms(password.realms, lang)}
            </span>
          </p>
          <p className="font-mono text-[1.5rem] tracking-wider break-all select-all">{password.value}</p>
          <p className="text-[0.875rem] text-solid-gray-700">
            {say(doneWords.dictation)}
            {dictatePassword(password.value, lang)
              .map((part) => part.said)
              .join(lang === 'ja' ? '、' : ', ')}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What to do with them, in a sentence that holds for all that are shown; null: what later runs did says it all. */
function whyOf(shown: readonly Shown[], atSite: boolean): InBoth | null {
  const some = (standing: PasswordStanding): boolean => shown.some((one) => one.standing === standing)
  if (atSite) return doneWords.passwordsAtSite
  if (some('unclear')) return doneWords.passwordsBoth
  if (some('in-force')) return doneWords.passwordsWhy
  return some('replaced') ? null : doneWords.passwordsOld
}

/** Each password that another run has sent a change of since, once, with the way to that run. */
function Since({ passwords }: Pick<ShownPasswordsProps, 'passwords'>) {
  const { say, lang, go } = useWindow()
  const later = new Map(
    passwords.flatMap((one) => (one.since ? [[`${one.since.run} ${one.for}`, { ...one.since, for: one.for }]] : [])),
  )
  return [...later.values()].map(({ run, at, certain, for: whose }) => (
    <div key={`${run} ${whose}`} className="mb-2">
      <p className="font-bold">
        {say(certain ? doneWords.passwordsSince : doneWords.passwordsSinceUnclear, { for: whose, at: sayTime(at, lang) ?? at })}
      </p>
      <Button small onPress={() => go({ at: 'done', run })}>
        {say(doneWords.toSince)}
      </Button>
    </div>
  ))
}

/** What may be in force stands open; what is known not to be waits folded behind its name, so that nobody writes down the wrong one. */
export function ShownPasswords({ passwords, atSite }: ShownPasswordsProps) {
  const { say } = useWindow()
  const aside = atSite ? [] : passwords.filter(({ standing }) => ['before', 'not-yet', 'replaced'].includes(standing))
  const why = whyOf(passwords, atSite)
  return (
    <div className="w-full rounded-8 border border-yellow-800 bg-yellow-50 px-5 py-3">
      {!atSite && <Since passwords={passwords} />}
      {why && <p>{say(why)}</p>}
      <p>{say(doneWords.passwordsShown)}</p>
      <List passwords={passwords.filter((one) => !aside.includes(one))} all={passwords} atSite={atSite} />
      {aside.length > 0 && (
        <Folded title={say(doneWords.otherPasswords)}>
          <List passwords={aside} all={passwords} atSite={atSite} />
        </Folded>
      )}
    </div>
  )
}
