/** Sections 14 and 16: eight half-width characters, capital and small letters and digits all used. */
export const followsPortalRule = (password: string): boolean =>
  /^[A-Za-z0-9]{8}$/.test(password) && [/[A-Z]/, /[a-z]/, /[0-9]/].every((kind) => kind.test(password))

/** The manual states no rule for mail passwords; this one is the practice site's own. */
export const followsMailRule = (password: string): boolean => /^[!-~]{6,16}$/.test(password)
