/** The number in a text a person typed (`1,000`, `2.5`, `$75`): `null` for an empty one, `undefined` if there is none. */
export function numberFrom(text: string): number | null | undefined {
  const plain = text.replaceAll(/[\s,$]/g, '').replace('−', '-');
  if (plain === '') return null;
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  return Number(plain);
}
