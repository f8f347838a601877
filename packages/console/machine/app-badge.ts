/** The number that the window's and the app's icons show. */
export interface AppBadge {
  show(count: number): void;
}

const size = 64;

/** The number on the icon of the tab, and on that of the installed app where the system has a place for it. */
export function browserBadge(icon: HTMLLinkElement | null): AppBadge {
  const plain = icon?.getAttribute('href') ?? '';
  const plainType = icon?.type ?? '';
  const picture = new Image();
  picture.src = plain;
  let shown = 0;

  async function draw(count: number): Promise<void> {
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = size;
    canvas.height = size;
    const pen = canvas.getContext('2d');
    if (pen === null || icon === null || count !== shown) return;
    pen.drawImage(picture, 0, 0, size, size);
    drawNumber(pen, count);
    icon.type = 'image/png';
    icon.href = canvas.toDataURL('image/png');
  }

  return {
    show(count) {
      if (count === shown) return;
      shown = count;
      if (count === 0 && icon !== null) {
        icon.type = plainType;
        icon.href = plain;
      } else void draw(count);
      if (!('setAppBadge' in navigator)) return;
      // A system without a place for it refuses: nothing is lost, the title has the number too.
      void (count === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(count)).catch(() => {});
    },
  };
}

/** Two digits are the most that can be read at the size of a tab's icon. */
function drawNumber(pen: CanvasRenderingContext2D, count: number): void {
  const text = count > 99 ? '99' : String(count);
  const radius = size * 0.36;
  const at = size - radius;
  pen.fillStyle = '#c50f1f';
  pen.beginPath();
  pen.arc(at, at, radius, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = '#ffffff';
  pen.font = `700 ${text.length > 1 ? radius * 1.15 : radius * 1.5}px "Segoe UI", system-ui, sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, at, at + size * 0.03);
}
