const WORDS =
  `hola quiero cancelar mi pedido número 1234567 porque no llegó a tiempo y nadie me responde en el chat,
  estoy muy molesta; mi correo es ana.perez@ejemplo.cl y mi teléfono +56 9 8765 4321. Gracias, saludos desde Ñuñoa,
  Santiago. ¿Cuándo me devuelven $ 25.990? RUT 12.345.678-5 el 12/03/2024 a las 18:30 hrs: ver https://ejemplo.cl/a?b=1
  😀 el plan premium, la factura electrónica N° 889 y [el enlace](https://ejemplo.cl) "entre comillas" <b>fuerte</b>`.split(
    /\s+/,
  );

/** A message as customers write them, of exactly this length; another one for each seed. */
export function ordinaryText(length: number, seed: number): string {
  let text = "";
  let state = seed + 1;
  while (text.length < length) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    text += WORDS[(state >> 8) % WORDS.length] + ((state >> 4) % 9 === 0 ? "\n" : " ");
  }
  return text.slice(0, length);
}

/**
 * How much of the processor `work` takes, as a multiple of a plain loop measured beside it, which takes about a
 * millisecond: a measure that a slow or busy machine changes little. The best of three, for the first run is also
 * compiled.
 */
export function calibrated(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) best = Math.min(best, spent(work) / Math.max(0.5, spent(loop)));
  return best;
}

function spent(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function loop(): number {
  let sum = 0;
  for (let i = 0; i < 2_000_000; i++) sum = (sum + i) | 0;
  return sum;
}
