/** The event as a form, in which not knowing a fact is a choice like any other. */
import { event } from "../state/event.ts";
import { at, member, textOf } from "../state/json.ts";
import { workspace } from "../state/loaded.ts";
import { type Choice, Segments, Select, TextArea, TextInput } from "../ui/controls.tsx";
import { Field } from "../ui/Field.tsx";
import { Fields } from "./ClassificationForm.tsx";
import { knowledgeAt, withType } from "./eventFacts.ts";
import { ChoiceFact, choicesOf } from "./FactField.tsx";
import { JsonPane } from "./JsonPane.tsx";
import { Surveys } from "./SurveysForm.tsx";
import { tryTexts } from "./texts.ts";
import { setFact } from "./tried.ts";

/** All facts of the event. */
export function Composer() {
  const text = tryTexts();
  const type = textOf(event.value.type);
  const isMessage = type === "message.received" || knowledgeAt(event.value, ["message"]) !== "unknown";
  return (
    <div class="stack composer">
      <TypeField />
      {isMessage && <MessageFields />}
      <h4 class="composer-heading">{text.ticketHeading}</h4>
      <div class="facts">
        <AccountField />
        <AssigneeField />
        <AttendedField />
        <BotField />
        <CustomerField />
        <StatusField />
      </div>
      <Fields />
      <Surveys />
      <JsonPane />
    </div>
  );
}

function TypeField() {
  const text = tryTexts();
  const type = textOf(event.value.type);
  const known = Object.entries(text.types).map(([value, label]): Choice => ({ value, label }));
  const choices = Object.hasOwn(text.types, type)
    ? known
    : [...known, { value: type, label: text.otherType(type) }];
  return (
    <Field label={text.type}>
      <Select
        value={type}
        choices={choices}
        onChange={(chosen) => {
          event.value = withType(event.peek(), chosen);
        }}
      />
    </Field>
  );
}

function MessageFields() {
  const text = tryTexts();
  const path = ["message", "text"];
  const stands = knowledgeAt(event.value, ["message"]) === "empty" ? "empty" : knowledgeAt(event.value, path);
  return (
    <>
      <div class={`fact ${stands === "unknown" ? "fact-unknown" : ""}`}>
        <Segments
          label={text.message}
          value={stands}
          choices={[
            { value: "known", label: text.withText },
            { value: "empty", label: text.withoutText },
            { value: "unknown", label: text.unknown },
          ]}
          onChange={(chosen) =>
            setFact(path, chosen === "known" ? "Hola" : chosen === "empty" ? null : undefined)
          }
        />
      </div>
      {stands === "known" && (
        <Field label={text.messageText}>
          <TextArea
            value={textOf(at(event.value, path))}
            rows={2}
            onInput={(value) => setFact(path, value)}
          />
        </Field>
      )}
      <Field label={text.author}>
        <Select
          value={textOf(at(event.value, ["message", "author"])) || "customer"}
          choices={choicesOf(text.authors)}
          onChange={(author) => setFact(["message", "author"], author)}
        />
      </Field>
    </>
  );
}

function AccountField() {
  const text = tryTexts();
  const accounts = workspace.value.accounts ?? [];
  return (
    <ChoiceFact
      label={text.account}
      path={["ticket", "account"]}
      none={text.noneFeminine}
      choices={accounts.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function AssigneeField() {
  const text = tryTexts();
  const path = ["ticket", "assignee"];
  const assignee = at(event.value, path);
  const isSomebody = assignee !== undefined && assignee !== null;
  return (
    <>
      <ChoiceFact
        label={text.assignee}
        path={path}
        none={text.nobody}
        choices={[
          { value: "human", label: text.human },
          { value: "bot", label: text.bot },
        ]}
        read={(value) => textOf(member(value, "type"))}
        write={(type) => ({
          type,
          id: textOf(member(assignee, "id")) || (type === "human" ? "carolina" : "bot-1"),
        })}
      />
      {isSomebody && (
        <Field label={text.assigneeId}>
          <TextInput value={textOf(member(assignee, "id"))} onInput={(id) => setFact([...path, "id"], id)} />
        </Field>
      )}
    </>
  );
}

function AttendedField() {
  const text = tryTexts();
  return (
    <ChoiceFact
      label={text.attended}
      path={["ticket", "attended"]}
      choices={[
        { value: "true", label: text.attendedYes },
        { value: "false", label: text.attendedNo },
      ]}
      read={String}
      write={(chosen) => chosen === "true"}
    />
  );
}

function BotField() {
  const text = tryTexts();
  const bots = workspace.value.integrations?.botcenter?.bots ?? [];
  return (
    <ChoiceFact
      label={text.activeBot}
      path={["ticket", "activeBot"]}
      none={text.none}
      choices={bots.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function CustomerField() {
  const text = tryTexts();
  const path = ["ticket", "customer"];
  const customer = at(event.value, path);
  return (
    <>
      <ChoiceFact
        label={text.customer}
        path={path}
        none={text.none}
        choices={[{ value: "known", label: text.customerKnown }]}
        read={() => "known"}
        write={() => "customer-1"}
      />
      {typeof customer === "string" && (
        <Field label={text.customerId}>
          <TextInput value={customer} onInput={(id) => setFact(path, id)} />
        </Field>
      )}
    </>
  );
}

function StatusField() {
  const text = tryTexts();
  return <ChoiceFact label={text.status} path={["ticket", "status"]} choices={choicesOf(text.statuses)} />;
}
