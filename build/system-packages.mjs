// What the demo and the tests need from the system, as data. `commands`: by these it is recognised where there is no dpkg;
// one of them is enough. `optional`: without it the
// program runs, only worse, so it stops nobody who may not install. `arch`: only wanted on this processor, as Node names it.

/** Programs that can play a recipe; the Debian package is only wanted when none of them is installed. */
export const browserCommands = [
  'microsoft-edge',
  'microsoft-edge-stable',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
]

/** @type {readonly import('./system-packages.mjs').SystemPackage[]} */
export const systemPackages = [
  { name: 'chromium', modes: ['demo', 'test'], commands: browserCommands, why: 'plays the recipes on the member site' },
  {
    name: 'chromium-headless-shell',
    modes: ['test'],
    commands: [],
    optional: true,
    why: 'plays the recipes at half the processor time; without it the tests take longer',
  },
  {
    name: 'fonts-noto-cjk',
    modes: ['demo', 'test'],
    commands: [],
    optional: true,
    why: 'Japanese letters in the pictures kept as evidence',
  },
  { name: 'dovecot-pop3d', modes: ['test'], commands: ['dovecot'], why: 'a real POP3 server for the probes' },
  { name: 'dovecot-imapd', modes: ['test'], commands: ['dovecot'], why: 'a real IMAP server for the probes' },
  { name: 'postfix', modes: ['test'], commands: ['postfix'], why: 'a real SMTP server for the probes' },
  { name: 'thunderbird', modes: ['test'], commands: ['thunderbird'], why: 'signs in with the profile we rewrote' },
  { name: 'xvfb', modes: ['test'], commands: ['Xvfb'], why: 'a screen for Thunderbird' },
  { name: 'xauth', modes: ['test'], commands: ['xauth'], why: 'lets programs onto that screen' },
  { name: 'xdotool', modes: ['test'], commands: ['xdotool'], why: "a person's keys in Thunderbird" },
  { name: 'libnss3-tools', modes: ['test'], commands: ['certutil'], why: 'checks our key database against the original library' },
  { name: 'gcc', modes: ['test'], commands: ['gcc'], why: 'builds the small program that asks the real NSS library' },
  { name: 'libc6-dev', modes: ['test'], commands: [], why: 'what gcc needs to build it' },
  { name: 'gnome-keyring', modes: ['test'], commands: ['gnome-keyring-daemon'], why: 'a real Secret Service for the vault' },
  { name: 'dbus', modes: ['test'], commands: ['dbus-run-session'], why: 'the session bus the Secret Service speaks on' },
  { name: 'libsecret-1-0', modes: ['test'], commands: [], why: 'keytar speaks to the Secret Service through it' },
  { name: 'curl', modes: ['test'], commands: ['curl'], why: 'the measure the probes are compared with' },
  { name: 'openssl', modes: ['test'], commands: ['openssl'], why: 'certificates with every fault' },
  { name: 'poppler-utils', modes: ['test'], commands: ['pdftotext'], why: 'reads the record back' },
  { name: 'imagemagick', modes: ['test'], commands: ['convert'], why: 'looks at the pixels under a mask' },
  {
    name: 'wine64',
    modes: ['test'],
    commands: ['wine64', 'wine'],
    arch: 'x64',
    why: 'Windows for the tests of what is done there',
  },
  { name: 'wine', modes: ['test'], commands: ['wine'], arch: 'x64', why: 'starts it' },
  { name: 'procps', modes: ['test'], commands: ['ps'], why: 'looks for secrets in the process list' },
]
