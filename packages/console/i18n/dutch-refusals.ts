import type { refusals as english } from './english-refusals.ts';

export const refusals: typeof english = {
  callGone: () => 'dit gesprek is afgelopen.',
  callTaken: ({ by }) => `${by ?? 'een andere telefonist'} heeft dit gesprek aangenomen.`,
  notYourCall: ({ by }) => `dit gesprek is bij ${by ?? 'een andere telefonist'}.`,
  notNow: () => 'het gesprek is al verder. Kijk ernaar en kies opnieuw.',
  busy: () => 'u bent in gesprek. Zet dat eerst in de wacht of verbind het door.',
  notSignedIn: () => 'uw sessie is voorbij. Meld u opnieuw aan.',
  notInQueue: () => 'u bedient deze wachtrij niet.',
  targetUnknown: () => 'deze persoon staat niet meer in de adreslijst. Zoek opnieuw.',
  targetIsYou: () => 'een beller kan niet met uzelf worden doorverbonden.',
  targetIsThere: () => 'deze persoon zit al in dit gesprek. Kies iemand anders.',
  notOffered: () => 'dit gesprek wordt nu aan andere telefonisten aangeboden.',
  slotTaken: () => 'op deze plaats staat al een gesprek geparkeerd. Kies een andere.',
  noSlotFree: () => 'alle plaatsen zijn bezet. Haal eerst een geparkeerd gesprek op.',
  sameQueue: () => 'het gesprek staat al in deze wachtrij. Kies een andere wachtrij.',
  queueUnknown: () => 'deze wachtrij is er niet meer. Zoek opnieuw.',
  numberInvalid: () => 'dit is geen telefoonnummer. Controleer de cijfers, of typ het met + en landnummer.',
  noNumber: () => 'de adreslijst heeft van deze persoon niet zo’n nummer. Kies een andere lijn.',
  personUnknown: () => 'deze persoon is er niet meer. Zoek opnieuw.',
  notYours: () => 'dit wordt gewijzigd waar het vandaan komt, niet hier.',
  tooManyKept: () => 'er is geen plaats voor meer. Verwijder er eerst enkele.',
  callBackGone: ({ by }) =>
    by === undefined ? 'dit terugbelverzoek is afgehandeld.' : `${by} heeft dit terugbelverzoek al.`,
  noWay: ({ field }) =>
    field === 'chat' ? 'deze persoon heeft hier geen Teams-account.' : 'er is geen mailadres bekend.',
  messageGone: () => 'dit bericht is er niet meer.',
  malformed: ({ field }) =>
    `de server begreep ${field === undefined ? 'dit' : `“${field}”`} niet. Controleer wat er staat, of laad deze pagina opnieuw.`,
  outdated: () => 'deze pagina is ouder dan de server. Laad de pagina opnieuw.',
  tooMany: () => 'te veel ineens. Wacht een seconde en probeer het dan weer.',
  unavailable: () => 'de server kan het nu niet. Probeer het opnieuw.',
};
