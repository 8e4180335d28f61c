/** What a PC tells of its two Outlooks. */
export interface OutlookSigns {
  /** Image names of the programs that run. */
  readonly programs: readonly string[]
  /** `UseNewOutlook`: the person's own switch, or the administrator's over it; null: neither stands. */
  readonly useNew: boolean | null
  /** The classic one has profiles with accounts. */
  readonly classicAccounts: boolean
  /** The new one has kept something for this user (`%LOCALAPPDATA%\Microsoft\Olk`). That it is installed says nothing: Windows brings it along. */
  readonly newFolder: boolean
}

export interface OutlookChoice {
  readonly inUse: 'classic' | 'new' | 'both' | 'none'
  readonly by: 'running' | 'switch' | 'profiles' | 'folder'
}

/**
 * Which Outlook is in use: what runs comes before the switch, the switch before profiles. Where nothing of all that tells, a folder the new
 * one has made does.
 */
export function chooseOutlook({ programs, useNew, classicAccounts, newFolder }: OutlookSigns): OutlookChoice {
  const running = (name: string): boolean => programs.some((program) => program.toLowerCase() === name)
  const [newRuns, classicRuns] = [running('olk.exe'), running('outlook.exe')]
  if (newRuns || classicRuns) return { inUse: newRuns ? (classicRuns ? 'both' : 'new') : 'classic', by: 'running' }
  if (useNew !== null) return { inUse: useNew ? 'new' : 'classic', by: 'switch' }
  if (classicAccounts) return { inUse: 'classic', by: 'profiles' }
  return { inUse: newFolder ? 'new' : 'none', by: 'folder' }
}
