import type { Queue } from '../world/contoso.ts';
import type { Person } from '../world/person.ts';
import { escapeHtml, renderFrame } from './html.ts';

/** The first page: what this is, where to go, whom to be. */
export function renderIndex(operators: readonly Person[], queues: readonly Queue[]): string {
  return renderFrame(
    'Simulated Microsoft 365',
    `<header class="bar"><a class="brand" href="/"><span class="mark" aria-hidden="true"></span>Simulated Microsoft 365</a></header>
<main class="column wide">
<h1>Contoso, in a box</h1>
<p class="lead">A stand-in for Microsoft 365 on this machine: people with Teams clients, callers with telephones, and the
services an attendant console talks to. Nobody here is real, and nothing leaves the machine.</p>
<ul class="doors">
<li><a href="/telephone"><strong>Telephone</strong><span>Be a caller: dial a number of Contoso and hear what callers hear.</span></a></li>
<li><a href="/teams/wall"><strong>Wall</strong><span>Everybody’s Teams client and every caller on one screen.</span></a></li>
<li><a href="/teams"><strong>Teams clients</strong><span>Be one of the people: let it ring, answer, decline, go home.</span></a></li>
<li><a href="/people"><strong>People of Contoso</strong><span>Be the administrator: change, remove and restore people, send them on holiday, fill their calendars.</span></a></li>
<li><a href="/mail"><strong>Mail and chats</strong><span>See what arrived at Contoso’s people, and whether it came once.</span></a></li>
<li><a href="/faults"><strong>Faults</strong><span>Be Microsoft on a bad day: lose notifications, refuse requests, forget calls.</span></a></li>
</ul>
<div class="columns">
<section aria-labelledby="who"><h2 id="who">Sign in to the console as</h2>
<ul class="plain">${operators.map(renderOperator).join('')}</ul>
<p class="quiet">Others of Contoso’s people can sign in too; no password is asked.</p></section>
<section aria-labelledby="numbers"><h2 id="numbers">Numbers to dial</h2>
<ul class="plain">${queues.map(renderQueue).join('')}</ul></section>
</div>
<section aria-labelledby="now"><h2 id="now">What happens now</h2>
<ol class="log" id="log"><li class="quiet">Nothing has happened yet.</li></ol></section>
</main>`,
    'happenings.js',
  );
}

const renderOperator = ({ displayName, userPrincipalName }: Person): string =>
  `<li><strong>${escapeHtml(displayName)}</strong><br><span class="quiet">${escapeHtml(userPrincipalName)}</span>
<a href="/teams?user=${encodeURIComponent(userPrincipalName)}" aria-label="Teams client of ${escapeHtml(displayName)}">Teams client</a></li>`;

const renderQueue = ({ displayName, number }: Queue): string =>
  `<li><strong>${escapeHtml(displayName)}</strong><br><span class="quiet">${escapeHtml(spaced(number))}</span>
<a href="/telephone?to=${encodeURIComponent(number)}" aria-label="Dial ${escapeHtml(displayName)}">Dial</a></li>`;

/** `+44 20 7946 0100`: London's numbers in the groups people say; any other as it is. */
const spaced = (number: string): string => number.replace(/^\+4420(\d{4})(\d{4})$/, '+44 20 $1 $2');
