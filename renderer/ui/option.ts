/** One choice of a list. */
export interface Option<Value extends string> {
  value: Value;
  label: string;
  /** A few quiet words behind the label. */
  hint?: string | undefined;
}
