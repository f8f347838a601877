/** Opens an address as a click on a link does: in a place of its own, which knows nothing of this window. */
export function followLink(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.target = '_blank';
  link.rel = 'noreferrer';
  link.click();
}
