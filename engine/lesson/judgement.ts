/** What an answer to a check gets: feedback that names the mistake, never only "wrong". */
export type Judgement = { readonly verdict: 'right' | 'wrong' | 'not ready'; readonly message: string }
