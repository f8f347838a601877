/** The sign of the product: a plug in its socket. Decoration: the name stands beside it. */
export function ProductMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#5b5fc7" />
      <circle cx="10" cy="11" r="3.25" fill="none" stroke="#fff" strokeWidth="2" />
      <circle cx="22" cy="11" r="3.25" fill="#fff" />
      <path
        d="M10 14.5v3.5a6 6 0 0 0 12 0v-3.5M16 24v3"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
