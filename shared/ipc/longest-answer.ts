/** Characters an answer to a question may have: more than any code, password or link a person is asked for. */
export const longestAnswer = 2_000
