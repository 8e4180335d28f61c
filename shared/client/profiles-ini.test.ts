import { describe, expect, it } from 'vitest'
import { readCompatibility, readProfilesIni } from './profiles-ini.ts'

const inUse = (text: string, installs: string | null = null): string[] =>
  readProfilesIni(text, installs)
    .filter((profile) => profile.inUse)
    .map(({ path }) => path)

// As 153 wrote it on its first start: the profile marked Default=1 is the unused one.
const fresh =
  '[Profile1]\nName=default\nIsRelative=1\nPath=psf95j4g.default\nDefault=1\n\n[InstallFDC34C9F024745EB]\nDefault=xqq57r09.default-default\nLocked=1\n\n[Profile0]\nName=default-default\nIsRelative=1\nPath=xqq57r09.default-default\n\n[General]\nStartWithLastProfile=1\nVersion=2\n'

describe('profiles.ini', () => {
  it('the install decides, not Default=1', () => {
    expect(inUse(fresh)).toEqual(['xqq57r09.default-default'])
    expect(readProfilesIni(fresh, null).map(({ name, absolute }) => [name, absolute])).toEqual([
      ['default', false],
      ['default-default', false],
    ])
  })

  it('without an install: Default=1, then the only one, then none', () => {
    expect(inUse('[Profile0]\nPath=a\nIsRelative=1\n[Profile1]\nPath=b\nIsRelative=1\nDefault=1\n')).toEqual(['b'])
    expect(inUse('[Profile0]\nPath=a\nIsRelative=1\n')).toEqual(['a'])
    expect(inUse('[Profile0]\nPath=a\n[Profile1]\nPath=b\n')).toEqual([])
  })

  it('installs.ini counts where profiles.ini names no install, or one that leads nowhere stays without effect', () => {
    const two = '[Profile0]\nPath=a\nIsRelative=1\n[Profile1]\nPath=b\nIsRelative=1\n'
    expect(inUse(two, '[FDC34C9F024745EB]\nDefault=b\nLocked=1\n')).toEqual(['b'])
    expect(inUse(`${two}[InstallX]\nDefault=gone\n`, '[X]\nDefault=a\n')).toEqual([])
    expect(inUse(`${two}[InstallX]\nDefault=a\n[InstallY]\nDefault=b\n`)).toEqual(['a', 'b'])
  })

  it('takes BOM, CRLF, comments, absolute paths and names in Japanese', () => {
    const text = '\ufeff; written by hand\r\n[Profile0]\r\nName=太郎\r\nIsRelative=0\r\nPath=D:/メール/tb\r\n# x=y\r\n'
    expect(readProfilesIni(text, null)).toEqual([{ name: '太郎', path: 'D:/メール/tb', absolute: true, inUse: true }])
  })

  it('a profile without a path is none, and an empty file lists none', () => {
    expect(readProfilesIni('[Profile0]\nName=x\n', null)).toEqual([])
    expect(readProfilesIni('', null)).toEqual([])
  })
})

describe('compatibility.ini', () => {
  it('tells version and install folder', () => {
    const text =
      '[Compatibility]\nLastVersion=153.7.0_20261101/20261101\nLastOSABI=Linux_x86_64-gcc3\nLastPlatformDir=/usr/lib/thunderbird\n'
    expect(readCompatibility(text)).toEqual({ version: '153.7.0', major: 153, installFolder: '/usr/lib/thunderbird' })
    expect(readCompatibility('[Compatibility]\nLastVersion=91.0\n')).toEqual({ version: '91.0', major: 91, installFolder: null })
    expect(readCompatibility('')).toBeNull()
  })
})
