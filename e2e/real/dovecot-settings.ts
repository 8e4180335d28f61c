import type { MailServerPorts, ServiceName } from './mail-servers.ts'

export interface DovecotPlace {
  readonly folder: string
  readonly listen: string
  readonly ports: MailServerPorts
  readonly services: readonly ServiceName[]
  readonly mechs: string
  readonly tlsRequired: boolean
  /** Serve many sign-ins at once. Dovecot's default starts a new login process for each, and is then what a bench measures. */
  readonly crowd: boolean
}

const listener = (name: string, port: number, tls: boolean): string =>
  `  inet_listener ${name} {\n    port = ${port}\n${tls ? '    ssl = yes\n' : ''}  }\n`

/** Dovecot's own "high-performance mode" of login processes (its manual, Login processes): they and the mail processes are used again. */
const crowded = (name: 'pop3' | 'imap'): string =>
  `service ${name}-login {\n  service_count = 0\n  process_min_avail = 2\n}\nservice ${name} {\n  service_count = 200\n  process_min_avail = 8\n}\n`

const login = (name: 'pop3' | 'imap', ports: MailServerPorts): string =>
  `service ${name}-login {\n${listener(name, ports[name], false)}${listener(`${name}s`, ports[`${name}s`], true)}  process_limit = 400\n}\n` +
  `protocol ${name} {\n  mail_max_userip_connections = 100\n}\n`

/**
 * The settings of a Dovecot (2.3) that stands alone in one folder. Passwords of every attempt are written to its log on
 * purpose (`auth_debug_passwords`): tests must tell which password was given. Failed sign-ins are not delayed.
 */
export function dovecotSettings(place: DovecotPlace): string {
  const { folder, ports, services } = place
  const protocols = services.filter((name) => name !== 'smtp')
  return `base_dir = ${folder}/run
state_dir = ${folder}/run
instance_name = test-${folder.slice(folder.lastIndexOf('/') + 1)}
log_path = ${folder}/log/dovecot.log
log_timestamp = "%Y-%m-%dT%H:%M:%S "
listen = ${place.listen}
protocols = ${protocols.join(' ') || 'none'}
ssl = ${place.tlsRequired ? 'required' : 'yes'}
ssl_cert = <${folder}/tls/server.pem
ssl_key = <${folder}/tls/server.key
ssl_min_protocol = TLSv1.2
disable_plaintext_auth = ${place.tlsRequired ? 'yes' : 'no'}
auth_mechanisms = ${place.mechs}
auth_verbose = yes
auth_verbose_passwords = plain
auth_debug = yes
auth_debug_passwords = yes
auth_failure_delay = 0 secs
auth_cache_size = 0
auth_username_chars =
login_log_format_elements = user=<%u> method=%m rip=%r lip=%l rport=%b lport=%a %c session=<%{session}>
login_greeting = ready
mail_location = maildir:${folder}/mail/%u/Maildir
mail_home = ${folder}/mail/%u
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
default_login_user = dovenull
default_internal_user = dovecot
default_vsz_limit = 256M
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/passwd
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
  separator = /
}
service stats {
  chroot =
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service auth {
  unix_listener sasl-submission {
    mode = 0666
  }
}
${protocols.map((name) => login(name, ports) + (place.crowd ? crowded(name) : '')).join('')}`
}

/** Dovecot's passwd-file. The scheme `PLAIN.b64` keeps `:` and every other character of a password out of its grammar. */
export function dovecotUsers(folder: string, users: ReadonlyMap<string, string>): string {
  return [...users]
    .map(
      ([name, password]) =>
        `${name}:{PLAIN.b64}${Buffer.from(password).toString('base64')}:::::userdb_home=${folder}/mail/${name}\n`,
    )
    .join('')
}
