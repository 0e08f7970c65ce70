/** The recent surveys of the customer. */
import { put } from "../state/change.ts";
import { event } from "../state/event.ts";
import { at, listOf, member, textOf } from "../state/json.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Select, TextInput } from "../ui/controls.tsx";
import { Field } from "../ui/Field.tsx";
import { choicesOf, EMPTY, Fact, UNKNOWN } from "./FactField.tsx";
import { localField, readLocalField } from "./localField.ts";
import { tryTexts } from "./texts.ts";
import { clock, instant, setFact } from "./tried.ts";
import { DAY, writeLocal } from "./zoneTime.ts";

/** Unknown, none, or a list of them. */
export function Surveys() {
  const text = tryTexts();
  const path = ["surveys"];
  const surveys = event.value.surveys;
  const all = listOf(surveys);
  const { zone } = clock.value;
  const add = () => {
    const customer = textOf(at(event.peek(), ["ticket", "customer"])) || "customer-1";
    const survey = { customer, at: writeLocal(zone, instant.peek() - DAY), status: "sent" };
    event.value = put(event.peek(), path, [...listOf(event.peek().surveys), survey]);
  };
  return (
    <>
      <Fact label={text.surveys} path={path}>
        <Select
          value={surveys === undefined ? UNKNOWN : all.length === 0 ? EMPTY : "some"}
          choices={[
            { value: UNKNOWN, label: text.unknown },
            { value: EMPTY, label: text.noSurveys },
            { value: "some", label: text.someSurveys },
          ]}
          onChange={(chosen) => {
            if (chosen === "some") add();
            else setFact(path, chosen === UNKNOWN ? undefined : []);
          }}
        />
      </Fact>
      {all.map((survey, place) => (
        <div key={place} class="row survey">
          <Field label={text.surveyAt(place + 1)}>
            <TextInput
              type="datetime-local"
              value={localField(zone, Date.parse(textOf(member(survey, "at"))))}
              onInput={(value) => {
                const ms = readLocalField(zone, value);
                if (ms !== undefined) setFact([...path, place, "at"], writeLocal(zone, ms));
              }}
            />
          </Field>
          <Field label={text.surveyStatus(place + 1)}>
            <Select
              value={textOf(member(survey, "status"))}
              choices={choicesOf(text.surveyStatuses)}
              onChange={(status) => setFact([...path, place, "status"], status)}
            />
          </Field>
          <IconButton
            icon="trash"
            label={text.removeSurvey}
            onClick={() => setFact([...path, place], undefined)}
          />
        </div>
      ))}
      {all.length > 0 && (
        <div>
          <Button icon="plus" look="quiet" onClick={add}>
            {text.addSurvey}
          </Button>
        </div>
      )}
    </>
  );
}
