/** A number of content/reference, as a page shows it. */
export type ShownFact = {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly sure: string
  readonly date: string
  readonly source: { readonly title: string; readonly url?: string | undefined }
  readonly note?: string | undefined
}
