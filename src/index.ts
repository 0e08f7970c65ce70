export { Account } from "./account.ts";
export {
  type CompileOptions,
  compile,
  type InvalidRule,
  type RuleSet,
} from "./compile.ts";
export type { LeafCondition, LeafType } from "./conditions/index.ts";
export type { Edge, GroupTrace, LeafTrace, NodeTrace } from "./conditions/traceNodes.ts";
export { Condition, type Group, Operator, type Path } from "./conditions/tree.ts";
export type {
  ActivateBotEffect,
  Decision,
  Effect,
  EffectBase,
  EnableManualSurveyEffect,
  NotifyEffect,
  SendSurveyEffect,
  Skipped,
  SuppressionReason,
  TerminateBotEffect,
} from "./decision.ts";
export type { DecisionDifference, ListDifference } from "./decisionDifference.ts";
export { DecisionRecord, type FactName, type Json, type RecordedFact } from "./decisionRecord.ts";
export { describe, describeTokens, type Token } from "./describe.ts";
export { type DescribeDecisionOptions, describeDecision } from "./describeDecision.ts";
export { describeIssue } from "./describeIssue.ts";
export { describeTrace } from "./describeTrace.ts";
export {
  type DispatchOptions,
  type DispatchResult,
  dispatch,
  type HandlerContext,
  type Handlers,
  type Signal,
  type Timer,
} from "./dispatch.ts";
export { evaluate } from "./evaluate.ts";
export {
  type Cause,
  type FieldChange,
  type FieldId,
  FieldValue,
  Message,
  type Survey,
  Ticket,
  TicketEvent,
} from "./event.ts";
export { eventsFor } from "./eventsFor.ts";
export { explain } from "./explain.ts";
export { Field, FieldOption } from "./field.ts";
export type { RecheckReason, RecheckState } from "./integrations/define.ts";
export { Action, type IntegrationName } from "./integrations/index.ts";
export type { Issue, IssueCode, IssueParams } from "./issues/define.ts";
export { issuesOf } from "./issues/tell.ts";
export type { Role } from "./language/phrase.ts";
export type { Locale } from "./locale.ts";
export { migrate } from "./migrate.ts";
export { type Notification, notification } from "./notification.ts";
export { type Recheck, recheck } from "./recheck.ts";
export { type RecordOptions, record } from "./record.ts";
export { ruleSetHash } from "./recording/content.ts";
export { redact } from "./redact.ts";
export { type BotcenterRule, Rule, type TimepointsRule, type WebhookRule } from "./rule.ts";
export type { DescribeOptions } from "./sentences/names.ts";
export { isRut, type PatternPreset, patternPresets } from "./text/presets.ts";
export type { CompiledRegex, RegexEngine } from "./text/regex/port.ts";
export { parseWords } from "./text/words.ts";
export { type BusinessTime, businessTime } from "./time/businessTime.ts";
export { Calendar, type OpenInterval } from "./time/calendar.ts";
export type { Weekday } from "./time/date.ts";
export type { Instant } from "./time/instant.ts";
export type { Outcome, RuleTrace, RuleTraceBase, RuleTree, SkipReason } from "./trace.ts";
export type { Verdict } from "./verdict.ts";
export { type ChangedSince, type Verification, type VerifyOptions, verify } from "./verify.ts";
export { Integrations, Workspace } from "./workspace.ts";
