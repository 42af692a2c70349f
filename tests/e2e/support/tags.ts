/** On tests of what no word has a part in, such as colours and processes: they run in one language only. */
export const sameInEveryLanguage = '@same-in-every-language'
