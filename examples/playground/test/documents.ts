/** Documents that the tests begin with. */

/** What rules speak of. */
export const accounts = {
  accounts: [
    { id: "acc-wsp", name: "Wsp empresa - Whatsapp" },
    { id: "acc-web", name: "Sitio web" },
  ],
  fields: [
    {
      id: "motivo",
      name: "Motivo de consulta",
      type: "select",
      options: [
        { id: "soporte", name: "Soporte" },
        { id: "ventas", name: "Ventas" },
      ],
    },
  ],
};

const integrations = {
  botcenter: {
    enabled: true,
    active: true,
    apiToken: "token-secreto",
    bots: [{ id: "bot-lead", name: "Lead bot", active: true }],
  },
  timepoints: { enabled: true, active: true, apiToken: "token-secreto" },
  webhook: { enabled: true, active: true, url: "https://example.com/aviso", secret: "whsec_secreto" },
};

/** As many rules as are asked for. */
export function documentOf(count: number) {
  const rules = Array.from({ length: count }, (_, place) => ({
    id: `regla-${place}`,
    name: `Regla número ${place}`,
    active: true,
    integration: "webhook",
    trigger: "message.received",
    operator: "and",
    conditions: [
      { type: "account", is: place % 2 === 0 ? "acc-wsp" : "acc-web" },
      { type: "messageContains", words: [`palabra${place}`, "urgente"] },
    ],
    actions: [{ type: "notify" }],
  }));
  return { schemaVersion: 1, timeZone: "America/Santiago", ...accounts, integrations, rules };
}

const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);

/** Text that means to break the page. */
export const hostileDocument = {
  ...documentOf(1),
  accounts: [
    { id: "__proto__", name: '<img src=x onerror="globalThis.broken = true">' },
    { id: "constructor", name: "حساب واتساب الرئيسي للشركة" },
    { id: "acc-wsp", name: LONG },
  ],
  rules: [
    {
      id: "__proto__",
      name: '<img src=x onerror="globalThis.broken = true"><script>globalThis.broken = true</script>',
      active: true,
      integration: "webhook",
      trigger: "message.received",
      operator: "or",
      conditions: [
        { type: "account", is: ["__proto__", "constructor", "acc-wsp"] },
        { type: "messageContains", words: ["\u202Egnp.exe", LONG.slice(0, 90), "‏مرحبا"] },
        { type: "no-such-kind", "<b>": 1 },
        "no condition",
        null,
      ],
      actions: [{ type: "notify" }, { type: "format-disk" }],
    },
    { id: "largo", name: LONG, active: "yes", integration: "constructor", conditions: {}, actions: null },
    {
      id: "rtl",
      name: "قاعدة الإشعار عند إغلاق التذكرة",
      active: true,
      integration: "webhook",
      trigger: "ticket.closed",
      operator: "not",
      conditions: [{ type: "account", is: ["constructor", "acc-wsp"] }],
      actions: [{ type: "notify" }],
    },
    7,
    null,
    ["a list"],
  ],
  "x-own": true,
  unknown: 1,
};
