/** The mail login that an address stands for: itself, or what stands before its @. */
export const loginAfter = (address: string, how: 'address' | 'local-part'): string =>
  how === 'address' ? address : address.slice(0, address.lastIndexOf('@'))
