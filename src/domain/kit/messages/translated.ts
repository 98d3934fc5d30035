/** A catalogue in another language: the same entries with the same values. */
export type Translated<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string
    ? string
    : Catalogue[Key] extends (values: infer Values) => infer Text
      ? (
          values: Values,
        ) => Translated<Text> extends infer Made ? (Text extends string ? string : Made) : never
      : Translated<Catalogue[Key]>;
};
