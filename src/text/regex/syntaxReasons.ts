/** What is wrong and what to write instead; `{found}` stands for what was found in the pattern. */
export interface Advice {
  readonly problem: string;
  readonly instead: string;
}

/** The languages that people are told in. */
export type Locale = "en" | "es";

type Reason = { readonly [L in Locale]: readonly [problem: string, instead: string] };

/** Where the host gives a reason not listed. */
export const UNKNOWN: Reason = {
  en: [
    "the pattern is not well formed here",
    "write a backslash before a sign that stands for itself, or close what was opened",
  ],
  es: [
    "el patrón no está bien formado aquí",
    "escribe una barra invertida antes de un signo que se busca tal cual, o cierra lo que quedó abierto",
  ],
};

const GROUP: Reason = {
  en: [
    "a group begins in a way that does not exist",
    "write `(?:…)`, or `\\(` and `\\?` for the signs themselves",
  ],
  es: [
    "un grupo comienza de una forma que no existe",
    "escribe `(?:…)`, o `\\(` y `\\?` si buscas esos signos",
  ],
};

const FLAG_GROUP: Reason = {
  en: [
    "the flags of a group are not well formed",
    "write some of `i`, `m`, `s` once each, as in `(?i:…)` or `(?i-s:…)`",
  ],
  es: [
    "las opciones de un grupo no están bien formadas",
    "escribe algunas de `i`, `m`, `s`, una vez cada una, como en `(?i:…)` o `(?i-s:…)`",
  ],
};

const TOO_LARGE: Reason = {
  en: ["the pattern is too large for this host", "split it into several conditions under `or`"],
  es: ["el patrón es demasiado grande para este sistema", "repártelo en varias condiciones unidas por O"],
};

const SET: Reason = {
  en: [
    "signs inside `[…]` are joined in a way that does not exist with `v`",
    "write only one of `--` and `&&` in one class, with a class in brackets or a single character on either side",
  ],
  es: [
    "dentro de `[…]` hay signos unidos de una forma que no existe con `v`",
    "usa solo uno de `--` y `&&` en cada clase, con una clase entre corchetes o un solo carácter a cada lado",
  ],
};

const PROPERTY: Reason = {
  en: [
    "`\\p` is not followed by the name of a property",
    "write a property such as `\\p{L}` or `\\p{Script=Latin}`; emoji sequences like `\\p{RGI_Emoji}` need the flag `v`",
  ],
  es: [
    "después de `\\p` no viene el nombre de una propiedad",
    "escribe una propiedad como `\\p{L}` o `\\p{Script=Latin}`; las secuencias de emojis como `\\p{RGI_Emoji}` requieren la opción `v`",
  ],
};

/** The reasons that V8 gives (Node 20 to 24), in lower case. */
export const REASONS: Readonly<Record<string, Reason>> = {
  "unterminated group": {
    en: ["a group is opened and never closed", "close it with `)`, or write `\\(` for the sign itself"],
    es: ["se abre un grupo que nunca se cierra", "ciérralo con `)`, o escribe `\\(` si buscas ese signo"],
  },
  "unmatched ')'": {
    en: ["a group is closed that was never opened", "open it with `(`, or write `\\)` for the sign itself"],
    es: ["se cierra un grupo que nunca se abrió", "ábrelo con `(`, o escribe `\\)` si buscas ese signo"],
  },
  "unterminated character class": {
    en: ["a class is opened and never closed", "close it with `]`, or write `\\[` for the sign itself"],
    es: ["se abre una clase que nunca se cierra", "ciérrala con `]`, o escribe `\\[` si buscas ese signo"],
  },
  "nothing to repeat": {
    en: [
      "`{found}` has nothing before it to repeat",
      "put it after what it repeats, or write `\\{found}` for the sign itself",
    ],
    es: [
      "antes de `{found}` no hay nada que repetir",
      "ponlo después de lo que se repite, o escribe `\\{found}` si buscas ese signo",
    ],
  },
  "invalid quantifier": {
    en: [
      "a look-around cannot be repeated",
      "leave the repetition out: looking twice finds no more than looking once",
    ],
    es: [
      "una mirada alrededor, como `(?=…)`, no se puede repetir",
      "quita la repetición: mirar dos veces no encuentra más que mirar una",
    ],
  },
  "numbers out of order in {} quantifier": {
    en: ["a count has its larger number first", "write the smaller number first, as in `{2,5}`"],
    es: ["una cantidad tiene primero el número mayor", "escribe primero el número menor, como en `{2,5}`"],
  },
  "incomplete quantifier": {
    en: ["a count is not finished", "write it whole, as in `{2,5}`, or `\\{` for the sign itself"],
    es: [
      "una cantidad no está completa",
      "escríbela entera, como en `{2,5}`, o escribe `\\{` si buscas ese signo",
    ],
  },
  "lone quantifier brackets": {
    en: [
      "`{found}` stands alone, which the flags `u` and `v` do not allow",
      "write `\\{found}` for the sign itself",
    ],
    es: [
      "`{found}` está solo, lo que no permiten las opciones `u` y `v`",
      "escribe `\\{found}` si buscas ese signo",
    ],
  },
  "\\ at end of pattern": {
    en: ["the pattern ends with a backslash", "write `\\\\` for the sign itself, or leave it out"],
    es: ["el patrón termina con una barra invertida", "escribe `\\\\` si buscas ese signo, o quítala"],
  },
  "invalid escape": {
    en: [
      "a backslash before `{found}` means nothing with the flags `u` and `v`",
      "write `{found}` without the backslash, or leave out the flag",
    ],
    es: [
      "una barra invertida antes de `{found}` no significa nada con las opciones `u` y `v`",
      "escribe `{found}` sin la barra, o quita la opción",
    ],
  },
  "invalid unicode escape": {
    en: [
      "an escape lacks its digits or its letter",
      "write it whole, as in `\\u00f1`, `\\u{1F600}` or `\\cA`",
    ],
    es: [
      "a un escape le faltan sus dígitos o su letra",
      "escríbelo entero, como en `\\u00f1`, `\\u{1F600}` o `\\cA`",
    ],
  },
  "invalid decimal escape": {
    en: [
      "a backslash before digits refers to no group",
      "write the digits without it, or `\\x00` for a character by its number",
    ],
    es: [
      "una barra invertida antes de dígitos no se refiere a ningún grupo",
      "escribe los dígitos sin ella, o `\\x00` para un carácter por su número",
    ],
  },
  "invalid class escape": {
    en: ["a class has a backslash that means nothing there", "write the character without the backslash"],
    es: ["una clase tiene una barra invertida que ahí no significa nada", "escribe el carácter sin la barra"],
  },
  "invalid property name": PROPERTY,
  "invalid property name in character class": PROPERTY,
  "range out of order in character class": {
    en: [
      "a range ends before it begins",
      "write the lower character first, as in `a-z`, or `\\-` for a hyphen",
    ],
    es: [
      "un rango termina antes de comenzar",
      "escribe primero el carácter menor, como en `a-z`, o `\\-` si buscas un guion",
    ],
  },
  "invalid character class": {
    en: [
      "a range has a class such as `\\d` for an end",
      "write `\\-` for a hyphen, or put the hyphen first or last",
    ],
    es: [
      "un rango tiene una clase como `\\d` por extremo",
      "escribe `\\-` si buscas un guion, o pon el guion al principio o al final",
    ],
  },
  "invalid character in character class": {
    en: ["`{found}` must have a backslash inside `[…]` with the flag `v`", "write `\\{found}`"],
    es: [
      "`{found}` debe llevar una barra invertida dentro de `[…]` con la opción `v`",
      "escribe `\\{found}`",
    ],
  },
  "invalid set operation in character class": SET,
  "invalid class set operation": SET,
  "negated character class may contain strings": {
    en: [
      "`[^…]` and `\\P{…}` cannot hold what has several characters, such as emoji sequences",
      "leave out the `^`, and write `(?!…)` before what must not be such a sequence",
    ],
    es: [
      "`[^…]` y `\\P{…}` no pueden contener algo de varios caracteres, como las secuencias de emojis",
      "quita el `^` y escribe `(?!…)` antes de lo que no debe ser una de esas secuencias",
    ],
  },
  "invalid group": GROUP,
  "invalid flag group": FLAG_GROUP,
  "multiple dashes in flag group": FLAG_GROUP,
  "repeated flag in flag group": FLAG_GROUP,
  "invalid capture group name": {
    en: [
      "the name of a group is not well formed",
      "write letters, digits and `_`, not a digit first, as in `(?<name>…)`",
    ],
    es: [
      "el nombre de un grupo no está bien formado",
      "usa letras, dígitos y `_`, sin comenzar por un dígito, como en `(?<nombre>…)`",
    ],
  },
  "duplicate capture group name": {
    en: ["two groups have the same name", "give each group a name of its own"],
    es: ["dos grupos tienen el mismo nombre", "da a cada grupo un nombre propio"],
  },
  "invalid named reference": {
    en: ["`\\k` is not followed by the name of a group", "write `\\k<name>`"],
    es: ["después de `\\k` no viene el nombre de un grupo", "escribe `\\k<nombre>`"],
  },
  "invalid named capture referenced": {
    en: ["`\\k<…>` refers to a group that does not exist", "name the group it means, as in `(?<name>…)`"],
    es: ["`\\k<…>` se refiere a un grupo que no existe", "pon ese nombre al grupo, como en `(?<nombre>…)`"],
  },
  "too many captures": TOO_LARGE,
  "regular expression too large": TOO_LARGE,
  "maximum call stack size exceeded": TOO_LARGE,
  "stack overflow": TOO_LARGE,
};
