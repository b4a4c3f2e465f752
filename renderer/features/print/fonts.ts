const WEIGHTS = [400, 600, 700];

/** Loads those files of each weight that hold the letters of a text. */
export async function loadFonts(text: string): Promise<void> {
  await Promise.all(
    WEIGHTS.map((weight) => document.fonts.load(`${weight} 12px 'Inter', 'Noto Sans SC'`, text)),
  );
}
