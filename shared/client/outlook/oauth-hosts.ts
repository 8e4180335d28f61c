/**
 * Servers where Outlook signs in without a password (OAuth). An account there without a stored password is left alone: the value that marks
 * such an account was found in no source, so this errs on the side of not touching.
 */
const hosts = [
  'gmail.com',
  'googlemail.com',
  'google.com',
  'outlook.com',
  'office365.com',
  'hotmail.com',
  'live.com',
  'yahoo.com',
  'aol.com',
  'icloud.com',
]

export const isOauthHost = (host: string): boolean =>
  hosts.some((known) => host.toLowerCase() === known || host.toLowerCase().endsWith(`.${known}`))
