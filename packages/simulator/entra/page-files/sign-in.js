// Fills the list while somebody types, and lets the arrow keys walk through it. Without it the page works by its forms.
const form = document.querySelector('form.search');
const field = form.elements.namedItem('search');
const list = document.querySelector('#accounts');
let asked;

async function search() {
  asked?.abort();
  asked = new AbortController();
  const query = new URLSearchParams(new FormData(form));
  query.set('part', 'accounts');
  try {
    const response = await fetch(`${form.action}?${query}`, { signal: asked.signal });
    if (!response.ok) return form.submit();
    list.innerHTML = await response.text();
  } catch (error) {
    if (error.name !== 'AbortError')
      list.innerHTML =
        '<p class="error" role="alert">The simulator does not answer. Is it still running?</p>';
  }
}

field.addEventListener('input', search);

form.addEventListener('submit', (event) => {
  event.preventDefault();
  list.querySelector('button')?.focus();
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...list.querySelectorAll('button')];
  if (stops.length === 0) return;
  event.preventDefault();
  const at = stops.indexOf(document.activeElement);
  const step = event.key === 'ArrowDown' ? 1 : -1;
  if (at === 0 && step === -1) field.focus();
  else stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
});

if (field.value === '') list.querySelector('button')?.focus();
