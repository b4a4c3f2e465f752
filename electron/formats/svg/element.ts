type Attribute = string | number | undefined;

/** An element of SVG as text; attributes without a value are left out. Children are markup, not text: see `escaped`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Attribute>>,
  ...children: readonly string[]
): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    tag += ` ${key}="${typeof value === 'number' ? numberText(value) : escaped(value)}"`;
  }
  const inner = children.join('');
  return inner === '' ? `${tag}/>` : `${tag}>${inner}</${name}>`;
}

/** Text as it stands in XML. Characters that XML cannot hold, which may come with pasted text, are shown as missing. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A length or place in pixels, to the hundredth: what is finer is not seen and only makes the file longer. */
export function numberText(value: number): string {
  return String(Math.round(value * 100) / 100);
}
