/**
 * The part of the Open Cybersecurity Schema Framework that is used, in zod: class 2006, the Base Event, their objects, and the profiles
 * security_control and incident, version 1.7.0 (https://schema.ocsf.io/1.7.0, github.com/ocsf/ocsf-schema, Apache-2.0). Names, types,
 * requirements, ids, captions and constraints are the schema's. Objects that no event here has are taken as they come; what is
 * deprecated is left out, so that it is refused.
 */
import * as z from "zod";
import * as captions from "./ocsf-captions.ts";
import type { Captions } from "./ocsf-captions.ts";

const text = z.string();
const integer = z.int();
/** Milliseconds since 1970. */
const timestamp = z.int().min(0);
const hostname = text.regex(/^[a-zA-Z0-9_-]{1,63}(\.[a-zA-Z0-9_-]{1,63})*$/);

type Shape = Readonly<Record<string, z.ZodType>>;
type Rule = (event: Readonly<Record<string, unknown>>) => string[];

/** Optional attributes of one type, by their names. */
const some = (type: z.ZodType, names: string): Shape =>
  Object.fromEntries(names.split(" ").map((name) => [name, type.optional()]));

/** An id of these, and beside it, under the name of its sibling, its caption; of 99 the caption is the source's own. */
const sibling =
  (known: Captions, id: string, name: string): Rule =>
  ({ [id]: given, [name]: caption }) => {
    if (given === undefined) return caption === undefined ? [] : [`${name} without ${id}`];
    if (typeof given !== "number" || known[given] === undefined) return [`${id} is none of the schema's`];
    if (given === 99) return caption === undefined ? [`${name} must say what ${id} 99 is`] : [];
    return caption === undefined || caption === known[given] ? [] : [`${name} is not the caption of ${id}`];
  };

const oneOf =
  (names: string): Rule =>
  (event) =>
    names.split(" ").some((name) => name in event) ? [] : [`at least one of ${names} is needed`];

const object = (shape: Shape, ...rules: readonly Rule[]) =>
  z.strictObject(shape).superRefine((event, context) => {
    for (const message of rules.flatMap((rule) => rule(event))) context.addIssue({ code: "custom", message });
  });

const product = object(
  {
    ...some(text, "cpe_name lang name path uid url_string vendor_name version"),
    ...some(z.unknown(), "feature"),
  },
  oneOf("name uid"),
);

const policy = object(
  {
    ...some(text, "name uid desc type version"),
    ...some(z.unknown(), "data group"),
    ...some(z.boolean(), "is_applied"),
  },
  oneOf("name uid"),
);

const metadata = object({
  version: z.literal("1.7.0"),
  product,
  ...some(
    text,
    "correlation_uid event_code log_format log_level log_name log_provider log_source log_version",
  ),
  ...some(text, "original_event_uid original_time source tenant_uid type uid"),
  ...some(timestamp, "logged_time modified_time processed_time transmit_time"),
  ...some(integer, "sequence untruncated_size"),
  ...some(z.array(text), "debug labels"),
  ...some(z.boolean(), "is_truncated"),
  ...some(z.array(z.enum(["security_control", "incident"])), "profiles"),
  ...some(z.unknown(), "extension extensions loggers reporter tags transformation_info_list"),
});

const analytic = object(
  { type_id: integer, ...some(text, "name uid algorithm category desc type version") },
  oneOf("name uid"),
  sibling(captions.analyticType, "type_id", "type"),
);

const findingInfo = object({
  uid: text,
  ...some(text, "desc src_url title uid_alt"),
  ...some(timestamp, "created_time first_seen_time last_seen_time modified_time"),
  ...some(z.array(text), "data_sources types"),
  ...some(integer, "related_events_count"),
  ...some(analytic, "analytic"),
  ...some(z.array(analytic), "related_analytics"),
  ...some(product, "product"),
  ...some(z.unknown(), "attack_graph attacks kill_chain related_events tags traits"),
});

const dataSecurity = object(
  {
    ...some(
      text,
      "category confidentiality data_lifecycle_state detection_pattern detection_system pattern_match",
    ),
    ...some(text, "src_url status uid"),
    ...some(
      integer,
      "category_id confidentiality_id data_lifecycle_state_id detection_system_id size status_id total",
    ),
    ...some(z.array(text), "status_details"),
    ...some(policy, "policy"),
    ...some(z.unknown(), "classifier_details discovery_details"),
  },
  oneOf("data_lifecycle_state_id detection_pattern detection_system_id policy"),
  sibling(captions.dataCategory, "category_id", "category"),
  sibling(captions.lifecycle, "data_lifecycle_state_id", "data_lifecycle_state"),
  sibling(captions.detectionSystem, "detection_system_id", "detection_system"),
);

/** Of these two as much as tells which one it is. */
const device = object(
  { type_id: integer, ...some(text, "type uid name"), ...some(hostname, "hostname") },
  oneOf("ip uid name hostname instance_uid interface_uid interface_name"),
  sibling(captions.deviceType, "type_id", "type"),
);
const endpoint = object(
  { ...some(text, "name svc_name uid"), ...some(hostname, "hostname") },
  oneOf("ip uid name hostname svc_name instance_uid interface_uid interface_name"),
);

const user = object(some(text, "name uid email_addr"), oneOf("name uid"));

const baseAttributes: Shape = {
  activity_id: integer,
  category_uid: integer,
  class_uid: integer,
  metadata,
  severity_id: integer,
  time: timestamp,
  type_uid: integer,
  ...some(
    text,
    "activity_name category_name class_name message raw_data severity status status_code status_detail",
  ),
  ...some(text, "type_name"),
  ...some(integer, "count duration raw_data_size status_id timezone_offset"),
  ...some(timestamp, "end_time start_time"),
  ...some(z.record(text, z.unknown()), "unmapped"),
  ...some(z.unknown(), "enrichments observables raw_data_hash"),
};

const typeUid: Rule = ({ class_uid, activity_id, type_uid }) =>
  type_uid === Number(class_uid) * 100 + Number(activity_id)
    ? []
    : ["type_uid is not class_uid * 100 + activity_id"];

const ofProfile: Readonly<Record<string, Shape>> = {
  security_control: {
    ...some(text, "action disposition"),
    ...some(integer, "action_id disposition_id"),
    ...some(policy, "policy"),
    ...some(z.unknown(), "attacks authorizations firewall_rule malware malware_scan_info"),
  },
  incident: {
    ...some(text, "priority src_url verdict"),
    ...some(integer, "priority_id verdict_id"),
    ...some(z.boolean(), "is_suspected_breach"),
    ...some(user, "assignee"),
    ...some(z.unknown(), "assignee_group tickets"),
  },
};

/** An attribute of a profile counts only in an event that says it has the profile. */
const profiles: Rule = ({ metadata: given, ...event }) => {
  const named = z.object({ profiles: z.array(text).optional() }).parse(given).profiles ?? [];
  return Object.entries(ofProfile)
    .filter(([profile]) => !named.includes(profile))
    .flatMap(([profile, attributes]) =>
      Object.keys(attributes)
        .filter((name) => name in event)
        .map((name) => `${name} is of the profile ${profile}, which the event does not have`),
    );
};

export const dataSecurityFinding = object(
  {
    ...baseAttributes,
    category_uid: z.literal(2),
    ...some(z.literal("Findings"), "category_name"),
    class_uid: z.literal(2006),
    ...some(z.literal("Data Security Finding"), "class_name"),
    finding_info: findingInfo,
    ...some(text, "comment confidence impact risk_details risk_level"),
    ...some(integer, "confidence_id confidence_score impact_id impact_score risk_level_id risk_score"),
    ...some(z.boolean(), "is_alert"),
    ...some(dataSecurity, "data_security"),
    ...some(device, "device"),
    ...some(endpoint, "dst_endpoint src_endpoint"),
    ...some(z.unknown(), "actor database databucket file resources table vendor_attributes"),
    ...ofProfile["security_control"],
    ...ofProfile["incident"],
  },
  typeUid,
  profiles,
  sibling(captions.severity, "severity_id", "severity"),
  sibling(captions.findingActivity, "activity_id", "activity_name"),
  sibling(captions.findingStatus, "status_id", "status"),
  sibling(captions.action, "action_id", "action"),
  sibling(captions.disposition, "disposition_id", "disposition"),
  sibling(captions.verdict, "verdict_id", "verdict"),
);

export const baseEvent = object(
  {
    ...baseAttributes,
    category_uid: z.literal(0),
    ...some(z.literal("Uncategorized"), "category_name"),
    class_uid: z.literal(0),
    ...some(z.literal("Base Event"), "class_name"),
  },
  typeUid,
  sibling(captions.severity, "severity_id", "severity"),
  sibling(captions.baseActivity, "activity_id", "activity_name"),
  sibling(captions.baseStatus, "status_id", "status"),
);
