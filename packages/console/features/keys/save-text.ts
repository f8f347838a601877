/** Hands a text to the operator as a file, where the browser keeps what is downloaded. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replaceAll(/[^\p{L}\p{N}._ -]/gu, '_');
  link.click();
  // The browser has taken the file once the click has been followed.
  queueMicrotask(() => URL.revokeObjectURL(address));
}
