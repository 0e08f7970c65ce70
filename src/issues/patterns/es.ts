/** What is wrong with a pattern, and what to write instead, in Spanish. */
import type { Advice, PatternWords } from "./define.ts";

const PROPERTY: Advice = [
  "después de `\\p` no viene el nombre de una propiedad",
  "escribe una propiedad como `\\p{L}` o `\\p{Script=Latin}`; las secuencias de emojis como `\\p{RGI_Emoji}` requieren la opción `v`",
];
const SET: Advice = [
  "dentro de `[…]` hay signos unidos de una forma que no existe con `v`",
  "usa solo uno de `--` y `&&` en cada clase, con una clase entre corchetes o un solo carácter a cada lado",
];
const FLAG_GROUP: Advice = [
  "las opciones de un grupo no están bien formadas",
  "escribe algunas de `i`, `m`, `s`, una vez cada una, como en `(?i:…)` o `(?i-s:…)`",
];
const TOO_LARGE: Advice = [
  "el patrón es demasiado grande para este sistema",
  "repártelo en varias condiciones unidas por O",
];

/** @see PatternWords */
export const es: PatternWords = {
  reasons: {
    "unterminated group": [
      "se abre un grupo que nunca se cierra",
      "ciérralo con `)`, o escribe `\\(` si buscas ese signo",
    ],
    "unmatched ')'": [
      "se cierra un grupo que nunca se abrió",
      "ábrelo con `(`, o escribe `\\)` si buscas ese signo",
    ],
    "unterminated character class": [
      "se abre una clase que nunca se cierra",
      "ciérrala con `]`, o escribe `\\[` si buscas ese signo",
    ],
    "nothing to repeat": [
      "antes de `{found}` no hay nada que repetir",
      "ponlo después de lo que se repite, o escribe `\\{found}` si buscas ese signo",
    ],
    "invalid quantifier": [
      "una mirada alrededor, como `(?=…)`, no se puede repetir",
      "quita la repetición: mirar dos veces no encuentra más que mirar una",
    ],
    "numbers out of order in {} quantifier": [
      "una cantidad tiene primero el número mayor",
      "escribe primero el número menor, como en `{2,5}`",
    ],
    "incomplete quantifier": [
      "una cantidad no está completa",
      "escríbela entera, como en `{2,5}`, o escribe `\\{` si buscas ese signo",
    ],
    "lone quantifier brackets": [
      "`{found}` está solo, lo que no permiten las opciones `u` y `v`",
      "escribe `\\{found}` si buscas ese signo",
    ],
    "\\ at end of pattern": [
      "el patrón termina con una barra invertida",
      "escribe `\\\\` si buscas ese signo, o quítala",
    ],
    "invalid escape": [
      "una barra invertida antes de `{found}` no significa nada con las opciones `u` y `v`",
      "escribe `{found}` sin la barra, o quita la opción",
    ],
    "invalid unicode escape": [
      "a un escape le faltan sus dígitos o su letra",
      "escríbelo entero, como en `\\u00f1`, `\\u{1F600}` o `\\cA`",
    ],
    "invalid decimal escape": [
      "una barra invertida antes de dígitos no se refiere a ningún grupo",
      "escribe los dígitos sin ella, o `\\x00` para un carácter por su número",
    ],
    "invalid class escape": [
      "una clase tiene una barra invertida que ahí no significa nada",
      "escribe el carácter sin la barra",
    ],
    "invalid property name": PROPERTY,
    "invalid property name in character class": PROPERTY,
    "range out of order in character class": [
      "un rango termina antes de comenzar",
      "escribe primero el carácter menor, como en `a-z`, o `\\-` si buscas un guion",
    ],
    "invalid character class": [
      "un rango tiene una clase como `\\d` por extremo",
      "escribe `\\-` si buscas un guion, o pon el guion al principio o al final",
    ],
    "invalid character in character class": [
      "`{found}` debe llevar una barra invertida dentro de `[…]` con la opción `v`",
      "escribe `\\{found}`",
    ],
    "invalid set operation in character class": SET,
    "invalid class set operation": SET,
    "negated character class may contain strings": [
      "`[^…]` y `\\P{…}` no pueden contener algo de varios caracteres, como las secuencias de emojis",
      "quita el `^` y escribe `(?!…)` antes de lo que no debe ser una de esas secuencias",
    ],
    "invalid group": [
      "un grupo comienza de una forma que no existe",
      "escribe `(?:…)`, o `\\(` y `\\?` si buscas esos signos",
    ],
    "invalid flag group": FLAG_GROUP,
    "multiple dashes in flag group": FLAG_GROUP,
    "repeated flag in flag group": FLAG_GROUP,
    "invalid capture group name": [
      "el nombre de un grupo no está bien formado",
      "usa letras, dígitos y `_`, sin comenzar por un dígito, como en `(?<nombre>…)`",
    ],
    "duplicate capture group name": ["dos grupos tienen el mismo nombre", "da a cada grupo un nombre propio"],
    "invalid named reference": ["después de `\\k` no viene el nombre de un grupo", "escribe `\\k<nombre>`"],
    "invalid named capture referenced": [
      "`\\k<…>` se refiere a un grupo que no existe",
      "pon ese nombre al grupo, como en `(?<nombre>…)`",
    ],
    "too many captures": TOO_LARGE,
    "regular expression too large": TOO_LARGE,
    "maximum call stack size exceeded": TOO_LARGE,
    "stack overflow": TOO_LARGE,
  },
  unknown: [
    "el patrón no está bien formado aquí",
    "escribe una barra invertida antes de un signo que se busca tal cual, o cierra lo que quedó abierto",
  ],
  limits: {
    characters: ["el patrón tiene más de {limit} caracteres", "repártelo en varias condiciones unidas por O"],
    states: [
      "sus cantidades, desarrolladas, hacen que el patrón pase de {limit} estados",
      "escribe `+` o `*` en lugar de la cantidad, o una cantidad menor",
    ],
    "look-arounds": [
      "el patrón tiene más de {limit} miradas alrededor, como `(?=…)`",
      "repártelo en varias condiciones unidas por O o por Y",
    ],
    "nested groups": [
      "hay más de {limit} grupos uno dentro de otro",
      "quita los paréntesis que solo contienen otros paréntesis",
    ],
  },
  flags: {
    needless: ["la opción `{found}` no está disponible", "quítala: no cambia si un mensaje coincide"],
    unknown: ["la opción `{found}` no está disponible", "usa algunas de `i`, `m`, `s` y una de `u`, `v`"],
    both: ["las opciones `u` y `v` se excluyen", "quita `u`: `v` hace todo lo que ella hace"],
    twice: ["una opción está escrita dos veces", "escribe cada opción una sola vez"],
  },
  thousands: ".",
};
