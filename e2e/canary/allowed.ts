import type { Finding } from './search.ts'

/** Files that may hold a password, each with the reason. Everything else that holds one fails the suite. */
export const allowed: readonly { readonly name: RegExp; readonly why: string }[] = [
  { name: /(^|\/)会員証[^/]*\.txt$/, why: 'the customer’s paper, written by the test: it holds the passwords as the paper does' },
  { name: /(^|\/)new[- ]password\.txt$/, why: 'the file in which the person gives a password of his own' },
  { name: /(^|\/)given\/\d+\.txt$/, why: 'papers and password files in every spelling a person may hand over (inputs.spec.ts)' },
  { name: /(^|\/)list\.csv$/, why: 'a help desk’s list of mailboxes to check, written by the test' },
  { name: /(^|\/)mailsrv-[^/]+\/passwd(\.new)?$/, why: 'the file of users of the real mail servers' },
  { name: /(^|\/)mailsrv-[^/]+\/log\/dovecot\.log$/, why: 'the real server’s log, asked to note each password it was given' },
  { name: /(^|\/)desk[^/]*\/(copied\/[^/]+|now)$/, why: 'the clipboard of a person at a desk, played by a file (fakes/desk.ts)' },
  {
    name: /^said\/[^/]+-asked-for\.txt$/,
    why: 'what `read`, `password` and `status --secrets` print, because that is what they are asked for',
  },
]

export const forbidden = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ file }) => !allowed.some(({ name }) => name.test(file)))
