export interface SystemPackage {
  readonly name: string
  readonly modes: readonly ('demo' | 'test')[]
  readonly commands: readonly string[]
  readonly optional?: boolean
  readonly arch?: string
  readonly why: string
}
export const browserCommands: readonly string[]
export const systemPackages: readonly SystemPackage[]
