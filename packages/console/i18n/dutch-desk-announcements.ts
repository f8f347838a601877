import { desk } from './dutch-desk.ts';
import { spoken } from './dutch-words.ts';
import type { deskAnnouncements as english } from './english-desk-announcements.ts';

export const deskAnnouncements: typeof english = {
  yourStatus: (status, now) => {
    if (status.status === 'break') {
      return status.reason === undefined ? 'U hebt pauze' : `U hebt pauze: ${status.reason}`;
    }
    if (status.status === 'offline') return 'U bent offline: u krijgt geen gesprekken aangeboden';
    if (status.wrapUpUntil !== undefined && status.wrapUpUntil > now) {
      return `Nawerk, nog ${spoken(status.wrapUpUntil - now)}`;
    }
    return 'U bent beschikbaar';
  },
  queueNow: (queue) =>
    queue.state === 'emergency'
      ? `Noodgeval: ${queue.name}`
      : `${queue.name} is ${desk.queues.state(queue).toLowerCase()}: ${desk.queues.why(queue)}`,
  callBackPromised: ({ name, number }) => `Terugbellen beloofd: ${name ?? number}`,
  letters: {
    calls: 'Gesprekken: letters werken',
    person: (name) => `${name}: letters werken`,
  },
  noLine: 'Die lijn is er niet',
  headsetUnplugged: 'De headset is losgekoppeld. Uw gesprekken gaan door',
  speakerGone: 'De luidspreker voor het belsignaal is weg: het belt via die van het systeem',
  emergencyAgain: 'Nogmaals om het noodgeval te starten',
  takeOutAgain: (name) => `Nogmaals om ${name} uit het gesprek te halen`,
};
