/** What acts where it is shown instead of being seen: terminal commands, marks that turn the direction of writing. */
const acting = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/gu

/**
 * A value as it may be shown to whom shall compare it with a paper: whatever would act (turn 「gnp.exe」 into 「exe.png」, end a line) stands there as
 * a mark that something is there which is no letter. The value itself stays what it is.
 */
export const tameText = (text: string): string => text.replaceAll(acting, '\ufffd')
