"""Makes small projects and questions at random, and writes them as cases with what count.py counts.

    python3 make.py SEED CASES REQUESTS FOLDER
"""
import json
import os
import random
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from count import NearTie, Project, TOTAL_DISPLAYS, answer, ranges

PLACES = [
    ("UTC", "2024-05-15T13:22:11Z"), ("Europe/Berlin", "2023-10-31T09:11:49Z"),
    ("Europe/Berlin", "2024-04-02T20:40:01Z"), ("America/Sao_Paulo", "2018-11-07T01:30:00Z"),
    ("America/Sao_Paulo", "2018-02-20T15:05:05Z"), ("Australia/Lord_Howe", "2024-10-09T03:00:01Z"),
    ("Asia/Kathmandu", "2024-03-03T18:40:00Z"), ("America/New_York", "2023-03-14T03:59:59Z"),
    ("UTC", "2024-03-31T23:30:00Z"), ("Pacific/Auckland", "2024-01-01T10:59:00Z"),
]
SPANS = [3, 12, 30, 50]
TEXTS = ["red", "blue", "Green", "ünï", "x10", "x9", "", None]
NUMBERS = [0, 1, 2, 3, 5, 10, -4, -1.5, 2.5, 7.25, "12", "-3", "abc", "", None, True]
URLS = ["https://a.b/c", "https://a.b/c/", "https://a.b/c/?#", "/", "", None, "https://a.b/d?x=1"]
MATHS = [
    "total", "dau", "weekly_active", "monthly_active", "unique_group", "unique_session",
    "first_time_for_user", "first_matching_event_for_user",
    "avg", "sum", "min", "max", "median", "p75", "p90", "p95", "p99",
    "avg_count_per_actor", "min_count_per_actor", "max_count_per_actor", "median_count_per_actor",
    "p75_count_per_actor", "p90_count_per_actor", "p95_count_per_actor", "p99_count_per_actor",
]
LINES = ["ActionsLineGraph", "ActionsLineGraph", "ActionsBar", "ActionsAreaGraph", "ActionsLineGraphCumulative", "ActionsLineGraphCumulative"]
FORMULAS = ["A+B", "A/B", "A - B*2", "A", "2*B", "(A+B)/(A-B)", "a+b+1", "A**2 - B", "-A", "B"]


class Maker:
    def __init__(self, random_source, place):
        self.r = random_source
        self.zone, now = place
        self.now = datetime.fromisoformat(now.replace("Z", "+00:00")) + timedelta(days=self.r.choice([0, 0, 0, 1, -2]))
        self.tz = ZoneInfo(self.zone)

    def maybe(self, chance):
        return self.r.random() < chance

    # -------------------------------------------------------------- projects

    def case(self, name, requests):
        r = self.r
        case = {
            "id": name,
            "source": "Counted by a separate program that follows the specification of trends, sections 2, 3 and 5 to 8",
            "tags": ["counted"],
            "now": wire(self.now),
            "project": {"timezone": self.zone, "week_start_day": r.choice([0, 1]), "group_types": ["company", "team"]},
            "property_definitions": self.definitions(),
            "persons": self.persons(),
            "groups": [
                {"type_index": i, "key": "%s%d" % (k, n), "properties": self.some({"industry": r.choice(["tech", "food", ""]), "size": r.choice([5, 20, "7", None])})}
                for i, k in ((0, "c"), (1, "t")) for n in range(3)],
            "cohorts": [
                {"id": 1, "name": "listed", "is_static": True, "static_distinct_ids": ["a", "f", "x"]},
                {"id": 2, "name": "on free", "filters": {"properties": {"type": "OR", "values": [
                    {"type": "AND", "values": [{"key": "plan", "type": "person", "value": "free"}]}]}}},
                {"id": 3, "name": "paying or old", "filters": {"properties": {"type": "OR", "values": [
                    {"type": "AND", "values": [{"key": "plan", "type": "person", "value": ["pro", "team"]}]},
                    {"type": "AND", "values": [{"key": "age", "type": "person", "operator": "exact", "value": "40"}]}]}}},
            ],
            "actions": [{"id": 7, "name": "A or red B", "steps": [
                {"event": "A"}, {"event": "B", "properties": [{"key": "s", "type": "event", "value": "red"}]}]}],
            "events": self.events(),
        }
        project = Project(case)
        case["requests"] = []
        while len(case["requests"]) < requests:
            q = self.question()
            try:
                periods = ranges(project, q)
                if any(p.last < p.first_asked or p.end < p.start for p in periods) or len(periods[0].buckets()) > 400:
                    continue
                if periods[0].interval == "hour" and self.zone == "Australia/Lord_Howe":
                    continue
                expected = answer(project, q)
            except NearTie:
                continue
            if not expected and self.maybe(0.8):
                continue
            case["requests"].append(self.request(q, expected, len(case["requests"]) + 1))
        return case

    def definitions(self):
        own = {"n": "Numeric"} if self.maybe(0.7) else {}
        if self.maybe(0.7):
            own["b"] = "Boolean"
        return {"event": own, "person": {"age": "Numeric"} if self.maybe(0.5) else {}, "group": {"0": {"size": "Numeric"}, "1": {}}}

    def some(self, properties):
        return {k: v for k, v in properties.items() if not self.maybe(0.2)}

    def persons(self):
        r = self.r
        names = [["a", "b"], ["c"], ["d", "e", "g"], ["f"], ["h", "i"]]
        return [
            {"distinct_ids": n, "properties": self.some({"plan": r.choice(["free", "pro", "team", ""]), "age": r.choice([20, 40, "40", "30.5", "old"]), "score": r.choice([1, 2.5, -3, "4", "no"])})}
            for n in names]

    def events(self):
        r = self.r
        count = r.randint(40, 150)
        span = r.choice(SPANS)
        moments = set()
        while len(moments) < count:
            moments.add(self.moment(span))
        sessions = []
        for i in range(r.randint(2, 8)):
            start = r.choice(sorted(moments)) - timedelta(seconds=r.randint(0, 4000))
            name = "%012x-7%03x-8" % (int(start.timestamp() * 1000), i) if self.maybe(0.5) else r.choice(["odd %d", "s%d", "0%d"]) % i
            if len(name) > 12:
                name = name[:8] + "-" + name[8:] + "%03x-%012x" % (i, i)
            sessions.append((name, start, start + timedelta(seconds=r.choice([60, 7000, 50000]))))
        events = []
        for at in sorted(moments):
            events.append({
                "event": r.choice("AAABBC"),
                "distinct_id": r.choice("abcdefghix"),
                "timestamp": wire(at),
                "properties": self.properties([s for s, a, b in sessions if a <= at <= b])})
            if not events[-1]["properties"].get("$session_id") and self.maybe(0.2):
                events[-1]["timestamp"] = wire(at).replace("Z", ".500Z")
        r.shuffle(events)
        return events

    def moment(self, span):
        r = self.r
        at = self.now - timedelta(seconds=r.randint(0, int(span * 86400 * (1 if self.maybe(0.8) else 2))) - (7200 if self.maybe(0.05) else 0))
        if self.maybe(0.3):
            local = at.astimezone(self.tz).replace(hour=0, minute=0, second=0) + timedelta(seconds=r.choice([-1, 0, 1, 3600, 7200, 7199]))
            at = local.astimezone(timezone.utc)
        return at.astimezone(timezone.utc).replace(microsecond=0)

    def properties(self, sessions):
        r = self.r
        own = {"n": r.choice(NUMBERS), "m": r.choice([1, 2, 3.5, 4, "8"]), "s": r.choice(TEXTS), "b": r.choice([True, False, "true", "no", None]), "url": r.choice(URLS)}
        own = self.some(own)
        if self.maybe(0.6):
            own["$group_0"] = r.choice(["c0", "c1", "c2", "c7", ""])
        if self.maybe(0.7):
            own["$time"] = r.choice(["2024-01-01T00:00:00Z", "2023-12-31T23:59:58Z", "2024-02-29T12:00:00+02:00", "never"])
        if self.maybe(0.4):
            own["$group_1"] = r.choice(["t0", "t1"])
        if sessions and self.maybe(0.9):
            own["$session_id"] = r.choice(sessions)
        elif self.maybe(0.1):
            own["$session_id"] = ""
        return own

    # -------------------------------------------------------------- questions

    def question(self):
        r = self.r
        q = {"form": r.choice(["filter", "query"])}
        q["interval"] = r.choice(["hour", "day", "day", "week", "month"])
        q["display"] = r.choice(LINES) if self.maybe(0.6) else r.choice(sorted(TOTAL_DISPLAYS))
        q["date_from"] = self.date_from(q["interval"])
        q["date_to"] = r.choice([None, None, None, "-1d", "-1dEnd", "mEnd", self.day(3), self.day(3) + "T10:20:30", "-2h"])
        q["explicit"] = self.maybe(0.1)
        q["breakdown"] = self.breakdown() if self.maybe(0.6) else None
        if q["breakdown"] and q["breakdown"]["kind"] != "cohort":
            q["limit"] = r.choice([None, 1, 2, 3, 4])
            q["hide"] = self.maybe(0.2)
        if self.maybe(0.3) and q["date_from"] != "all":
            q["compare"] = True
            q["compare_to"] = r.choice([None, None, "-1w", "-1d", "-1m", "-30d"])
        if self.maybe(0.15) and q["display"] not in TOTAL_DISPLAYS:
            q["smoothing"] = r.choice([2, 3, 7])
            q["limit"] = None
        q["series"] = [self.series(q) for _ in range(r.choice([1, 1, 2, 3]))]
        if self.maybe(0.25):
            while len(q["series"]) < 2:
                q["series"].append(self.series(q))
            q["formulas"] = [{"formula": r.choice(FORMULAS)} for _ in range(1 if q["form"] == "filter" or self.maybe(0.6) else 2)]
            if q["form"] == "query" and self.maybe(0.3):
                q["formulas"][0]["custom_name"] = "my own"
            q["as_nodes"] = self.maybe(0.5)
        if self.maybe(0.3):
            q["properties"] = [self.condition()]
        if q["form"] == "filter" and self.maybe(0.3):
            for s in q["series"]:
                s["order"] = r.choice([0, 1, 2, 3])
        if q["form"] == "filter":
            q["series"].sort(key=lambda s: s["kind"] != "action")
            q["series"].sort(key=lambda s: s.get("order") or -1)
        return q

    def day(self, most):
        return (self.now.astimezone(self.tz) - timedelta(days=self.r.randint(0, most))).date().isoformat()

    def date_from(self, interval):
        day = self.now.astimezone(self.tz) - timedelta(days=self.r.randint(3, 20))
        few = [None, "-3d", "-7d", "-24h", "-36h", "dStart", day.date().isoformat()]
        many = few + ["-14d", "-1w", "-1m", "mStart", "-1mStart", "all", "-30d", "-2m", day.strftime("%Y-%m-%dT05:30:00"), "-20M"]
        return self.r.choice(few if interval == "hour" else many)

    def condition(self):
        return self.r.choice([
            {"key": "s", "type": "event", "value": ["red", "blue"], "operator": "exact"},
            {"key": "s", "type": "event", "value": "red", "operator": "is_not"},
            {"key": "m", "type": "event", "operator": "is_set", "value": "is_set"},
            {"key": "plan", "type": "person", "value": "free", "operator": "is_not"},
            {"key": "plan", "type": "person", "value": ["pro", "team"], "operator": "exact"},
            {"key": "s", "type": "event", "value": "E", "operator": "icontains"},
            {"key": "id", "type": "cohort", "value": 1},
        ])

    def series(self, q):
        r = self.r
        s = {"math": r.choice(MATHS)}
        kind = r.choice(["event"] * 8 + ["all", "action"])
        s.update(kind=kind, id={"event": r.choice("AAB"), "all": None, "action": 7}[kind])
        breakdown = q.get("breakdown")
        if breakdown and any(p.get("bins") for p in breakdown.get("parts", [])):
            while s["math"].startswith("first") or s["math"].endswith("active"):
                s["math"] = r.choice(MATHS)
        if s["math"] == "unique_group":
            s["group"] = r.choice([0, 1])
        if s["math"] in ("dau", "weekly_active", "monthly_active") and self.maybe(0.2):
            s["group"] = 0
        if s["math"] in ("avg", "sum", "min", "max", "median", "p75", "p90", "p95", "p99"):
            s["property"] = r.choice(["n", "n", "n", "m", "$session_duration", "$session_duration", "$time"])
            if q["form"] == "query":
                if self.maybe(0.2):
                    s["property"], s["property_type"] = r.choice(["age", "score"]), "person_properties"
                if self.maybe(0.2):
                    s["multiplier"] = r.choice([0.5, 100, -2])
        if self.maybe(0.2):
            s["properties"] = [self.condition()]
        return s

    def breakdown(self):
        r = self.r
        kind = r.choice(["single", "single", "single", "several", "several", "cohort"])
        if kind == "cohort":
            return {"kind": "cohort", "ids": r.choice([[1], [2], [1, 2], [3, 1, 2], ["all", 2], [2, "all", 1]])}
        parts = [self.part() for _ in range(1 if kind == "single" else r.randint(1, 3))]
        return {"kind": kind, "parts": parts}

    def part(self):
        return dict(self.r.choice([
            {"type": "event", "property": "s"}, {"type": "event", "property": "s"}, {"type": "event", "property": "n"},
            {"type": "event", "property": "b"}, {"type": "event", "property": "url", "normalize": True},
            {"type": "event", "property": "n", "bins": self.r.choice([1, 2, 4, 5])},
            {"type": "event", "property": "m", "bins": 3},
            {"type": "person", "property": "plan"}, {"type": "person", "property": "age"},
            {"type": "group", "property": "industry", "index": 0}, {"type": "group", "property": "size", "index": 0},
            {"type": "session", "property": "$session_duration"},
            {"type": "session", "property": "$session_duration", "bins": 3},
            {"type": "event_metadata", "property": "distinct_id"}, {"type": "event_metadata", "property": "event"},
        ]))

    # -------------------------------------------------------------- wire forms

    def request(self, q, expected, number):
        body = filter_form(q) if q["form"] == "filter" else {"query": query_form(q)}
        return {
            "name": "%d: %s" % (number, title(q)),
            "method": "POST",
            "path": "insights/trend" if q["form"] == "filter" else "query",
            "body": body,
            "expect": {"status": 200, "order": "exact", "result": expected}}


def wire(at):
    return at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def title(q):
    words = [" and ".join(s["math"] + (" of " + s["property"] if "property" in s else "") for s in q["series"])]
    words.append("by " + q["interval"])
    if q.get("date_from"):
        words.append("from " + q["date_from"])
    b = q.get("breakdown")
    if b:
        words.append("by cohorts" if b["kind"] == "cohort" else "by " + " and ".join(
            p["property"] + (" in bins" if p.get("bins") else "") for p in b["parts"]))
    if q.get("compare"):
        words.append("compared")
    if q.get("formulas"):
        words.append("in formulas")
    words.append("as " + q["display"])
    return " ".join(words)


def math_fields(s):
    fields = {"math": s["math"]}
    if "property" in s:
        fields["math_property"] = s["property"]
    if "property_type" in s:
        fields["math_property_type"] = s["property_type"]
    if "group" in s:
        fields["math_group_type_index"] = s["group"]
    if "multiplier" in s:
        fields["math_multiplier"] = s["multiplier"]
    if "properties" in s:
        fields["properties"] = s["properties"]
    return fields


def breakdown_fields(q):
    b = q.get("breakdown")
    if not b:
        return {}
    fields = {}
    if b["kind"] == "cohort":
        fields = {"breakdown": b["ids"] if len(b["ids"]) > 1 else b["ids"][0], "breakdown_type": "cohort"}
    elif b["kind"] == "single":
        p = b["parts"][0]
        fields = {"breakdown": p["property"], "breakdown_type": p["type"]}
        if "index" in p:
            fields["breakdown_group_type_index"] = p["index"]
        if p.get("normalize"):
            fields["breakdown_normalize_url"] = True
        if p.get("bins"):
            fields["breakdown_histogram_bin_count"] = p["bins"]
    else:
        items = []
        for p in b["parts"]:
            item = {"property": p["property"], "type": p["type"]}
            if "index" in p:
                item["group_type_index"] = p["index"]
            if p.get("normalize"):
                item["normalize_url"] = True
            if p.get("bins"):
                item["histogram_bin_count"] = p["bins"]
            items.append(item)
        fields = {"breakdowns": items}
    if q.get("limit"):
        fields["breakdown_limit"] = q["limit"]
    if q.get("hide"):
        fields["breakdown_hide_other_aggregation"] = True
    return fields


def filter_form(q):
    body = {"interval": q["interval"], "display": q["display"], "events": [], "actions": []}
    for key in ("date_from", "date_to", "compare", "compare_to", "properties"):
        if q.get(key):
            body[key] = q[key]
    if q.get("explicit"):
        body["explicit_date"] = True
    if q.get("smoothing"):
        body["smoothing_intervals"] = q["smoothing"]
    if q.get("formulas"):
        body["formula"] = q["formulas"][0]["formula"]
    for s in q["series"]:
        entity = {"id": s["id"], **math_fields(s)}
        if "order" in s:
            entity["order"] = s["order"]
        body["actions" if s["kind"] == "action" else "events"].append(entity)
    body.update(breakdown_fields(q))
    return {k: v for k, v in body.items() if v != []}


def query_form(q):
    series = []
    for s in q["series"]:
        node = {"kind": "ActionsNode", "id": s["id"]} if s["kind"] == "action" else {"kind": "EventsNode", "event": s["id"]}
        series.append({**node, **math_fields(s)})
    query = {"kind": "TrendsQuery", "series": series, "interval": q["interval"], "trendsFilter": {"display": q["display"]}}
    dates = {k: q[k] for k in ("date_from", "date_to") if q.get(k)}
    if q.get("explicit"):
        dates["explicitDate"] = True
    if dates:
        query["dateRange"] = dates
    if q.get("breakdown"):
        query["breakdownFilter"] = breakdown_fields(q)
    if q.get("compare"):
        query["compareFilter"] = {k: q[k] for k in ("compare", "compare_to") if q.get(k)}
    if q.get("smoothing"):
        query["trendsFilter"]["smoothingIntervals"] = q["smoothing"]
    if q.get("formulas"):
        if q.get("as_nodes") or any(f.get("custom_name") for f in q["formulas"]):
            query["trendsFilter"]["formulaNodes"] = q["formulas"]
        elif len(q["formulas"]) > 1:
            query["trendsFilter"]["formulas"] = [f["formula"] for f in q["formulas"]]
        else:
            query["trendsFilter"]["formula"] = q["formulas"][0]["formula"]
    if q.get("properties"):
        query["properties"] = q["properties"]
    return query


def main():
    seed, cases, requests, folder = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    os.makedirs(folder, exist_ok=True)
    for number in range(cases):
        source = random.Random("%d %d" % (seed, number))
        name = "counted-%d-%02d" % (seed, number)
        case = Maker(source, PLACES[number % len(PLACES)]).case(name, requests)
        with open(os.path.join(folder, name + ".json"), "w") as out:
            json.dump(case, out, ensure_ascii=False)


if __name__ == "__main__":
    main()
