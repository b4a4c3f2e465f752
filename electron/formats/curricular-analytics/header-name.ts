/** A name without commas: other readers of the format cut its header rows at every one of them. */
export function headerName(name: string): string {
  return name.replaceAll(/[\s,]*,[\s,]*/g, ' ').trim();
}
