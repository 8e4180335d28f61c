import type { MailServerPorts } from './mail-servers.ts'

export interface PostfixPlace {
  readonly folder: string
  readonly listen: string
  readonly ports: MailServerPorts
  readonly host: string
  readonly tlsRequired: boolean
  readonly programs: string
  readonly uid: number
  readonly gid: number
}

/** main.cf of a Postfix that takes mail by submission only, delivers into the Maildirs beside it and sends nothing out. */
export function postfixMain(place: PostfixPlace): string {
  const { folder } = place
  return `compatibility_level = 3.6
queue_directory = ${folder}/spool
data_directory = ${folder}/postfix-data
daemon_directory = ${place.programs}
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${folder}/log/postfix.log
maillog_file_prefixes = /
myhostname = ${place.host}
mydestination =
mynetworks =
# all: master.cf names the one address of each listener; another loopback address than 127.0.0.1 here makes postfix exit silently
inet_interfaces = all
inet_protocols = ipv4
smtpd_banner = ${place.host} ESMTP ready
alias_maps =
alias_database =
local_recipient_maps =
local_transport = error:no local mail
relayhost =
default_transport = error:this server never leaves the machine
relay_transport = error:this server never leaves the machine
virtual_mailbox_domains = regexp:${folder}/postfix/anydomain
virtual_mailbox_base = ${folder}/mail
virtual_mailbox_maps = texthash:${folder}/postfix/boxes
virtual_uid_maps = static:${place.uid}
virtual_gid_maps = static:${place.gid}
virtual_minimum_uid = 1
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${folder}/run/sasl-submission
smtpd_sasl_security_options = noanonymous
smtpd_tls_security_level = ${place.tlsRequired ? 'encrypt' : 'may'}
smtpd_tls_auth_only = ${place.tlsRequired ? 'yes' : 'no'}
smtpd_tls_cert_file = ${folder}/tls/server.pem
smtpd_tls_key_file = ${folder}/tls/server.key
smtpd_tls_loglevel = 1
smtpd_recipient_restrictions = permit_sasl_authenticated,reject
smtpd_relay_restrictions = permit_sasl_authenticated,reject
smtpd_client_restrictions =
smtpd_client_connection_count_limit = 0
smtpd_error_sleep_time = 0
smtpd_peername_lookup = no
biff = no
`
}

/** master.cf: submission (STARTTLS) and submissions (implicit TLS) on one loopback address, and the inner services. */
export function postfixMaster(place: PostfixPlace): string {
  const { listen, ports } = place
  return `${listen}:${ports.submission} inet n - n - 400 smtpd -o syslog_name=test/submission
${listen}:${ports.submissions} inet n - n - 400 smtpd -o syslog_name=test/submissions -o smtpd_tls_wrappermode=yes -o smtpd_tls_security_level=encrypt
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
proxymap unix - - n - - proxymap
postlog unix-dgram n - n - 1 postlogd
smtp unix - - n - - smtp
`
}

/**
 * Which Maildir takes which address. A name without a domain is reachable at localhost and at the server's own name; `addresses` names
 * further ones.
 */
export function postfixBoxes(host: string, users: Iterable<string>, addresses: Readonly<Record<string, string>> = {}): string {
  const own = [...users].flatMap((name) =>
    name.includes('@')
      ? [`${name} ${name}/Maildir/`]
      : [...new Set(['localhost', host])].map((at) => `${name}@${at} ${name}/Maildir/`),
  )
  return [...own, ...Object.entries(addresses).map(([address, name]) => `${address} ${name}/Maildir/`)]
    .map((line) => `${line}\n`)
    .join('')
}
