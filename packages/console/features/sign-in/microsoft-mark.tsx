/** Four squares, as people know them from every sign-in with Microsoft. */
export function MicrosoftMark() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <rect width="8.4" height="8.4" fill="#f25022" />
      <rect x="9.6" width="8.4" height="8.4" fill="#7fba00" />
      <rect y="9.6" width="8.4" height="8.4" fill="#00a4ef" />
      <rect x="9.6" y="9.6" width="8.4" height="8.4" fill="#ffb900" />
    </svg>
  );
}
