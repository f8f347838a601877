import type { Shot } from './camera.ts';

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page with all pictures: a row for each screen, its looks side by side, a size at a time. */
export function gallery(shots: readonly Shot[]): string {
  const sizes = unique(shots.map(({ size }) => size));
  const sections = unique(shots.map(({ scene }) => scene)).map((scene) => sectionOf(scene, shots, sizes));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Switchboard: every screen in every theme</title>
<style>
body { margin: 24px; font: 15px/1.5 system-ui, sans-serif; color-scheme: light dark }
ul { list-style: none; margin: 0 0 12px; padding: 0; display: flex; flex-wrap: wrap; gap: 12px }
img { width: min(440px, 90vw); height: auto; border: 1px solid GrayText }
</style>
<h1>Every screen in every theme</h1>
<p>${shots.length} pictures of ${sections.length} screens.</p>
${sections.join('\n')}
</html>
`;
}

function sectionOf(scene: string, shots: readonly Shot[], sizes: readonly string[]): string {
  const own = shots.filter((shot) => shot.scene === scene);
  const rows = sizes.map((size) => own.filter((shot) => shot.size === size)).filter((row) => row.length > 0);
  return `<h2 id="${scene}">${escaped(own[0]?.title ?? scene)}</h2>
${rows.map((row) => `<ul>${row.map(pictureOf).join('')}</ul>`).join('\n')}`;
}

const pictureOf = ({ file, title, look, size }: Shot): string =>
  `<li><a href="${file}"><img src="${file}" loading="lazy" alt="${escaped(title)}, ${look}, ${size}"></a><br>${look}, ${size}</li>`;
