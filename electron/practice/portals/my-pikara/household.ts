import { randomInt } from 'node:crypto'
import type { PracticeAccount, PracticeLogin } from '../../accounts.ts'

/** One contract of the practice household: who holds it, what opens Myピカラ, and its mailboxes. */
export interface Contract {
  readonly login: string
  readonly holder:
    | { readonly kind: 'person'; readonly family: string; readonly given: string; readonly birth: string }
    | { readonly kind: 'company'; readonly name: string }
  readonly number: string
  readonly addresses: readonly string[]
  /** Of these the mail address and its password open Myピカラ, too (section 17's option). */
  readonly byAddress: readonly string[]
  readonly twoFactor: boolean
}

/** The contract of the practice paper: a person with two mailboxes, no two-factor sign-in. */
export const atHome: Contract = {
  login: 'pk0123456',
  holder: { kind: 'person', family: '見本', given: '太郎', birth: '19700401' },
  number: '1234567890',
  addresses: ['mihon-taro@ma.pikara.example', 'mihon-hana@ma.pikara.example'],
  byAddress: ['mihon-taro@ma.pikara.example'],
  twoFactor: false,
}

/** A company's contract with two-factor sign-in. It stands on no practice paper: tests and curious trainers know it. */
export const atWork: Contract = {
  login: 'pk0987654',
  holder: { kind: 'company', name: '株式会社みほん商店' },
  number: '1234567899',
  addresses: ['mihon-office@mb.pikara.example'],
  byAddress: ['mihon-office@mb.pikara.example'],
  twoFactor: true,
}

export const contracts: readonly Contract[] = [atHome, atWork]

/** The code of every two-factor sign-in here; the practice page itself tells it. */
export const practiceCode = '482913'

export const connectionId = 'xab12345@opt.pikara.example'

/** Sign-ins that are no mailbox: the two member-site logins and the connection ID of the paper. */
export const logins: readonly PracticeLogin[] = [
  ...contracts.map(({ login }): PracticeLogin => ({ userName: login, realms: ['portal'] })),
  { userName: connectionId, realms: ['connection'] },
]

const nameOf = ({ holder }: Contract): string => (holder.kind === 'person' ? `${holder.family} ${holder.given}` : holder.name)

/** The mailboxes. Their mail login is the address itself; the password opens the mailbox (and the site only where switched on). */
export const people: readonly PracticeAccount[] = contracts.flatMap((contract) =>
  contract.addresses.map((address, at): PracticeAccount => ({
    kind: at === 0 ? 'main' : 'extra',
    userName: address,
    address,
    realms: ['mail'],
    personName: nameOf(contract),
    company: nameOf(contract),
    postal: '香川県高松市見本町1-2-3',
    course: 'ピカラ光ねっと',
    memberNumber: contract.number,
    registered: '2024-04-01',
  })),
)

/** Whose contract a member-site session belongs to: opened by the user name or by one of the addresses. */
export const contractOf = (user: string): Contract | null =>
  contracts.find(({ login, addresses }) => login === user || addresses.includes(user)) ?? null

const pick = (set: string): string => set[randomInt(set.length)]!

/** A password by section 16's rule: 8 characters with capital, small letter and digit. */
export function paperPassword(): string {
  const [upper, lower, digit] = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghjkmnpqrstuvwxyz', '23456789']
  const rest = Array.from({ length: 5 }, () => pick(upper + lower + digit)).join('')
  return `${pick(upper)}${pick(lower)}${pick(digit)}${rest}`
}
