/** Tones made by the browser, only after the visitor has switched sound on. */

const keyTones = {
  1: [697, 1209],
  2: [697, 1336],
  3: [697, 1477],
  4: [770, 1209],
  5: [770, 1336],
  6: [770, 1477],
  7: [852, 1209],
  8: [852, 1336],
  9: [852, 1477],
  '*': [941, 1209],
  0: [941, 1336],
  '#': [941, 1477],
};

export function createSounds(toggle, storageKey) {
  let context;
  let ringing;
  let playing;
  toggle.checked = localStorage.getItem(storageKey) === 'on';

  const beep = (frequencies, seconds, volume = 0.06) => {
    if (!toggle.checked) return;
    context ??= new AudioContext();
    const gain = context.createGain();
    gain.gain.value = volume;
    gain.connect(context.destination);
    for (const frequency of frequencies) {
      const tone = context.createOscillator();
      tone.frequency.value = frequency;
      tone.connect(gain);
      tone.start();
      tone.stop(context.currentTime + seconds);
    }
  };

  const sounds = {
    key: (key) => beep(keyTones[key] ?? [], 0.15),
    /** @param frequencies undefined to be quiet */
    ring(frequencies, seconds = 1, every = 3000) {
      const wanted = frequencies === undefined ? undefined : frequencies.join();
      if (ringing?.wanted === wanted) return;
      clearInterval(ringing?.timer);
      ringing = undefined;
      if (wanted === undefined) return;
      beep(frequencies, seconds);
      ringing = { wanted, timer: setInterval(() => beep(frequencies, seconds), every) };
    },
    /** Plays what the product plays. @param uri undefined to stop */
    play(uri) {
      const wanted = toggle.checked ? uri : undefined;
      if (playing?.uri === wanted) return;
      playing?.audio.pause();
      playing = undefined;
      if (wanted === undefined) return;
      const audio = new Audio(wanted);
      playing = { uri: wanted, audio };
      // A browser may refuse to play before the first click, and the address may be out of its reach.
      audio.play().catch(() => undefined);
    },
  };
  toggle.addEventListener('change', () => {
    localStorage.setItem(storageKey, toggle.checked ? 'on' : 'off');
    if (toggle.checked) beep([660], 0.1);
    else sounds.play(undefined);
  });
  return sounds;
}
