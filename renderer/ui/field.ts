/** What a control inside a `Field` must carry so that its label, hint and error are read with it. */
export interface FieldAttributes {
  id: string;
  'aria-labelledby': string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}
