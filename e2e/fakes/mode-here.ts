/** A mode as it comes back: Windows keeps of it only whether one may write. */
export const modeHere = (mode: number): number => (process.platform === 'win32' ? (mode & 0o200 ? 0o666 : 0o444) : mode)
