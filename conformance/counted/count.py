"""Counts trends event by event, straight from the rules, to compare the real answers with.

Shares nothing with the functions: no SQL, and each amount is counted over the rows it is about.
"""
import ast
import math
import re
from datetime import datetime, timedelta, date
from zoneinfo import ZoneInfo

NONE = "$$_posthog_breakdown_null_$$"
OTHER = "$$_posthog_breakdown_other_$$"
TOTAL_DISPLAYS = {"BoldNumber", "ActionsPie", "ActionsTable", "ActionsBarValue", "WorldMap"}
LEVELS = {"median": 0.5, "p75": 0.75, "p90": 0.9, "p95": 0.95, "p99": 0.99}
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class NearTie(Exception):
    """Floating point, or how smoothing rounds, would decide the order: the question is not asked."""


# ---------------------------------------------------------------- the project

class Project:
    def __init__(self, case):
        settings = case.get("project", {})
        self.tz = ZoneInfo(settings.get("timezone", "UTC"))
        self.monday = settings.get("week_start_day", 0) == 1
        self.definitions = case.get("property_definitions", {})
        self.now = datetime.fromisoformat(case["now"].replace("Z", "+00:00"))
        self.people = {}
        self.person_properties = {}
        for number, person in enumerate(case.get("persons", [])):
            for name in person["distinct_ids"]:
                self.people[name] = number
            self.person_properties[number] = person.get("properties", {})
        self.groups = {(g["type_index"], g["key"]): g["properties"] for g in case.get("groups", [])}
        self.cohorts = {c["id"]: c for c in case.get("cohorts", [])}
        self.actions = {a["id"]: a for a in case.get("actions", [])}
        self.events = []
        for event in case["events"]:
            row = dict(event)
            row["at"] = datetime.fromisoformat(event["timestamp"].replace("Z", "+00:00")).timestamp()
            row["person"] = self.people.get(event["distinct_id"], "only " + event["distinct_id"])
            row["session"] = row["properties"].get("$session_id") or ""
            self.events.append(row)
        self.sessions = {}
        for row in self.events:
            if row["session"]:
                first, last = self.sessions.get(row["session"], (row["at"], row["at"]))
                self.sessions[row["session"]] = (min(first, row["at"]), max(last, row["at"]))

    def local(self, instant):
        return datetime.fromtimestamp(instant, self.tz).replace(tzinfo=None)

    def instant(self, wall):
        return math.floor(wall.replace(tzinfo=self.tz).timestamp())

    def duration(self, row):
        if not row["session"]:
            return 0
        first, last = self.sessions[row["session"]]
        return int(last - first)

    def properties(self, row, kind, index=None):
        if kind == "event":
            return row["properties"]
        if kind == "person":
            return self.person_properties.get(row["person"], {})
        if kind == "group":
            return self.groups.get((index, row["properties"].get("$group_%d" % index)), {})

    def definition(self, kind, key, index=None):
        own = self.definitions.get(kind, {})
        if kind == "group":
            own = own.get(str(index), {})
        return own.get(key, "String")


def as_text(value):
    if value is None:
        return None
    if value is True or value is False:
        return str(value).lower()
    if isinstance(value, (int, float)):
        return number_text(value)
    return value


def as_number(value):
    text = as_text(value)
    if text is None or isinstance(value, bool):
        return None
    return float(text) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) else None


def unix_time(value):
    if not value or not re.match(r"[0-9]{4}-", value):
        return None
    return math.floor(datetime.fromisoformat(value.replace("Z", "+00:00")).timestamp())


def number_text(number):
    if float(number) == math.floor(number) and abs(number) < 2 ** 53:
        return str(int(number))
    return repr(float(number))


def typed_text(value, definition):
    if definition == "Numeric":
        number = as_number(value)
        return None if number is None else number_text(number)
    if definition == "Boolean":
        text = as_text(value)
        return text if text in ("true", "false") else None
    return as_text(value)


# ---------------------------------------------------------------- time

RELATIVE = re.compile(r"-?([0-9]+)?([hdwmqysHDWMQY])(Start|End)?")


def months_back(wall, count):
    month = wall.year * 12 + wall.month - 1 - count
    year, month = divmod(month, 12)
    return wall.replace(year=year, month=month + 1, day=min(wall.day, month_length(year, month + 1)))


def month_length(year, month):
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def relative(text, now):
    """(the date, whether hours were counted, days counted, whether anything was said)"""
    found = RELATIVE.search(text)
    digits, kind, edge = found.groups()
    n = int(digits or 0)
    if kind == "h":
        t = now - timedelta(hours=n)
        if edge == "Start":
            t = t.replace(minute=0, second=0, microsecond=0)
        if edge == "End":
            t = t.replace(minute=59, second=59, microsecond=999999)
    elif kind == "d":
        t = now - timedelta(days=n)
        if edge == "Start":
            t = t.replace(hour=0, minute=0, second=0, microsecond=0)
        if edge == "End":
            t = t.replace(hour=23, minute=59, second=59, microsecond=999999)
    elif kind == "w":
        t = now - timedelta(weeks=n)
    elif kind == "m":
        t = months_back(now, n)
        if edge == "Start":
            t = t.replace(day=1)
        if edge == "End":
            t = t.replace(day=month_length(t.year, t.month))
    elif kind == "q":
        t = now - timedelta(weeks=13 * n)
    elif kind == "y":
        t = months_back(now, 12 * n)
        if edge == "Start":
            t = t.replace(month=1, day=1)
        if edge == "End":
            t = t.replace(day=month_length(t.year, t.month))
    elif kind == "M":
        t = now - timedelta(minutes=n)
    elif kind == "s":
        t = now - timedelta(seconds=n)
    else:
        t = now
    return t, kind == "h" and digits is not None, n if kind == "d" else 0, bool(digits or edge)


def absolute(text):
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return datetime.fromisoformat(text)
    return None


class Range:
    def __init__(self, project, start, end, interval, lower):
        self.project, self.start, self.end, self.interval = project, start, end, interval
        self.lower = lower
        self.first = project.instant(lower)
        self.first_asked = project.instant(start)
        self.last = project.instant(end)

    def bucket(self, instant, interval=None):
        """The bucket of an instant: a date, or for hours an instant."""
        interval = interval or self.interval
        wall = self.project.local(instant)
        if interval == "hour":
            return int(instant) - wall.minute * 60 - wall.second
        return floor_date(wall.date(), interval, self.project.monday)

    def buckets(self):
        if self.interval == "hour":
            first = self.project.instant(self.start.replace(minute=0, second=0, microsecond=0))
            last = self.project.instant(self.end.replace(minute=0, second=0, microsecond=0))
            return list(range(first, last + 1, 3600))
        day = floor_date(self.start.date(), self.interval, self.project.monday)
        last = floor_date(self.end.date(), self.interval, self.project.monday)
        days = []
        while day <= last:
            days.append(day)
            if self.interval == "month":
                day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
            else:
                day += timedelta(days=7 if self.interval == "week" else 1)
        return days

    def days(self):
        if self.interval == "hour":
            return [self.project.local(b).strftime("%Y-%m-%d %H:%M:%S") for b in self.buckets()]
        return [b.isoformat() for b in self.buckets()]

    def labels(self, current):
        return [self.label(b, current) for b in self.buckets()]

    def label(self, bucket, current):
        if self.interval == "hour":
            wall = self.project.local(bucket)
            return "%d-%s %02d:%02d" % (wall.day, MONTHS[wall.month - 1], wall.hour, wall.minute)
        if self.interval == "day":
            return whole(bucket)
        if self.interval == "month":
            return "%s %d" % (MONTHS[bucket.month - 1], bucket.year)
        low, high = current.start.date(), current.end.date()
        a = min(max(bucket, low), high)
        b = min(max(bucket + timedelta(days=6), low), high)
        if a == b:
            return whole(a)
        if a.year != b.year:
            return whole(a) + " – " + whole(b)
        if a.month != b.month:
            return "%d-%s – %d-%s" % (a.day, MONTHS[a.month - 1], b.day, MONTHS[b.month - 1])
        return "%d–%d %s" % (a.day, b.day, MONTHS[b.month - 1])


def whole(day):
    return "%d-%s-%d" % (day.day, MONTHS[day.month - 1], day.year)


def floor_date(day, interval, monday):
    if interval == "week":
        return day - timedelta(days=day.weekday() if monday else (day.weekday() + 1) % 7)
    if interval == "month":
        return day.replace(day=1)
    return day


def midnight(wall):
    return wall.replace(hour=0, minute=0, second=0, microsecond=0)


def resolve(project, q, interval):
    """(start, end, form of the start)"""
    now = project.now.astimezone(project.tz).replace(tzinfo=None)
    exact = q["display"] == "BoldNumber"
    text = q.get("date_from")
    if not text:
        start, form = midnight(now - timedelta(days=7)), "absolute"
    elif text == "all":
        start, form = project.local(min(e["at"] for e in project.events)), "absolute"
    elif absolute(text):
        start, form = absolute(text), "absolute"
    else:
        start, hours, _, _ = relative(text, now)
        form = "hours" if hours else "relative"
        if not exact:
            start = start.replace(minute=0, second=0, microsecond=0) if hours else midnight(start)
    text = q.get("date_to")
    end = absolute(text) if text else None
    is_absolute = end is not None
    if not is_absolute:
        end = relative(text, now)[0] if text else now
    if not q.get("explicit") and not (exact and not text):
        if interval != "hour":
            end = end.replace(hour=23, minute=59, second=59, microsecond=999999)
        elif not is_absolute:
            end = end.replace(minute=59, second=59, microsecond=999999)
    return start, end, form


def lower_bound(project, q, start, form, interval):
    as_is = (
        q["display"] == "BoldNumber"
        or q.get("explicit")
        or (form != "absolute" and interval == "hour")
        or (form == "hours" and interval == "day"))
    if as_is:
        return start
    if interval == "hour":
        return start.replace(minute=0, second=0, microsecond=0)
    if interval == "month":
        return midnight(start.replace(day=1))
    return midnight(start)


def ranges(project, q):
    interval = q["interval"]
    shown = "day" if q["display"] in TOTAL_DISPLAYS else interval
    start, end, form = resolve(project, q, shown)
    current = Range(project, start, end, shown, lower_bound(project, q, start, form, shown))
    if not q.get("compare"):
        return [current]
    start, end, form = resolve(project, q, interval)
    span = end - start
    if q.get("compare_to"):
        a = relative(q["compare_to"], start)[0]
        b = a + span
    else:
        a = datetime.combine((start - span).date(), start.time())
        if interval == "hour":
            b = a + span
            b = b.replace(minute=end.minute, second=end.second, microsecond=end.microsecond)
        else:
            days = relative(q["date_from"], start)[2] if form == "relative" else (
                7 if not q.get("date_from") else 0)
            to = q.get("date_to")
            moves = to and not absolute(to) and relative(to, start)[3]
            if interval == "day" and days and days % 7 == 0 and not moves:
                a += timedelta(days=1)
            b = datetime.combine((a + span).date(), end.time())
    return [current, Range(project, a, b, interval, lower_bound(project, q, a, form, interval))]


# ---------------------------------------------------------------- filters

def holds(project, row, condition):
    kind = condition.get("type", "event")
    if kind == "cohort":
        return in_cohort(project, row["person"], condition["value"]) != (condition.get("operator") == "not_in")
    key, operator = condition["key"], condition.get("operator", "exact")
    raw = project.properties(row, kind).get(key)
    definition = project.definition(kind, key)
    text = typed_text(raw, definition)
    value = condition.get("value")
    if operator == "is_set":
        return text is not None
    if operator == "is_not_set":
        return text is None
    if operator in ("gt", "lt"):
        assert definition == "Numeric"
        number = as_number(raw)
        return number is not None and (number > value if operator == "gt" else number < value)
    values = [as_text(v) for v in (value if isinstance(value, list) else [value])]
    if operator == "exact":
        return text in values
    if operator == "is_not":
        return text not in values
    if operator == "icontains":
        return text is not None and value.lower() in text.lower()
    raise AssertionError(operator)


def in_cohort(project, person, number):
    if number == "all":
        return True
    cohort = project.cohorts[number]
    if cohort.get("is_static"):
        return person in {project.people.get(d, "only " + d) for d in cohort["static_distinct_ids"]}
    row = {"person": person, "properties": {}}
    return any(
        all(holds(project, row, p) for p in group["values"])
        for group in cohort["filters"]["properties"]["values"])


def is_of(project, row, series):
    if series["kind"] == "all":
        return True
    if series["kind"] == "event":
        return row["event"] == series["id"]
    return any(
        (not step.get("event") or step["event"] == row["event"])
        and all(holds(project, row, p) for p in step.get("properties", []))
        for step in project.actions[series["id"]]["steps"])


# ---------------------------------------------------------------- breakdown

def plain_value(project, row, part):
    kind, key = part["type"], part["property"]
    if kind == "session":
        text = number_text(project.duration(row))
    elif kind == "event_metadata":
        text = row["event"] if key == "event" else row["distinct_id"] if key == "distinct_id" else row["properties"].get(key)
    else:
        raw = project.properties(row, kind, part.get("index")).get(key)
        text = typed_text(raw, project.definition(kind, key, part.get("index")))
    if part.get("normalize") and text is not None:
        text = re.sub(r"[/?#]+$", "", text) or "/"
    return text or NONE


def number_value(project, row, part):
    if part["type"] == "session":
        return float(project.duration(row))
    return as_number(project.properties(row, part["type"], part.get("index")).get(part["property"]))


def valuer(project, q, rows):
    """A function from a row to its breakdown values."""
    breakdown = q.get("breakdown")
    if not breakdown:
        return lambda row: [None]
    if breakdown["kind"] == "cohort":
        return lambda row: [c for c in breakdown["ids"] if in_cohort(project, row["person"], c)]
    makers = []
    for part in breakdown["parts"]:
        if not part.get("bins"):
            makers.append(lambda row, part=part: plain_value(project, row, part))
            continue
        numbers = [n for n in (number_value(project, r, part) for r in rows) if n is not None]
        bins = part["bins"]

        def binned(row, part=part, numbers=numbers, bins=bins):
            number = number_value(project, row, part)
            if number is None:
                return NONE
            low, high = min(numbers), max(numbers)
            width = (high - low) / bins
            bounds = [low + i * width for i in range(bins)] + [width * bins + low + 0.01]
            for i in range(bins):
                if bounds[i] <= number < bounds[i + 1]:
                    return "[%s,%s]" % (number_text(bounds[i]), number_text(bounds[i + 1]))
            raise AssertionError((number, bounds))
        makers.append(binned)
    if breakdown["kind"] == "single":
        return lambda row: [makers[0](row)]
    return lambda row: [tuple(make(row) for make in makers)]


def is_none(value):
    return NONE in (value if isinstance(value, tuple) else (value,))


def other_of(value):
    return tuple(OTHER for _ in value) if isinstance(value, tuple) else OTHER


def is_other(value):
    return OTHER in (value if isinstance(value, tuple) else (value,))


# ---------------------------------------------------------------- maths

def statistic(name, numbers):
    if not numbers:
        return None
    if name == "avg":
        return sum(numbers) / len(numbers)
    if name in ("sum", "min", "max"):
        return {"sum": sum, "min": min, "max": max}[name](numbers)
    ordered = sorted(numbers)
    place = LEVELS[name] * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def group_by(rows, key):
    found = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found


def actor_of(series):
    index = series.get("group")
    if index is None:
        return lambda row: row["person"]
    return lambda row: row["properties"].get("$group_%d" % index) or None


def amount(project, series, rows):
    m = series["math"]
    if m == "total":
        return len(rows)
    if m in ("dau", "weekly_active", "monthly_active", "unique_group"):
        return len({actor_of(series)(r) for r in rows})
    if m == "unique_session":
        return len({r["session"] for r in rows})
    if m.endswith("_count_per_actor"):
        counts = [len(own) for own in group_by(rows, lambda r: r["person"]).values()]
        return statistic(m[:m.index("_")], counts)
    if series["property"] == "$session_duration":
        numbers = [project.duration(own[0]) for own in group_by(rows, lambda r: r["session"]).values()]
    else:
        kind = "person" if series.get("property_type") == "person_properties" else "event"
        read = unix_time if series["property"] == "$time" else as_number
        numbers = [read(project.properties(r, kind).get(series["property"])) for r in rows]
    factor = series.get("multiplier", 1)
    return statistic(m, [n * factor for n in numbers if n is not None])


def first_times(project, q, series, period, passes):
    history = [r for r in project.events if is_of(project, r, series) and r["at"] <= period.last]
    counted = []
    for own in group_by(history, lambda r: r["person"]).values():
        if series["math"] == "first_matching_event_for_user":
            own = [r for r in own if passes(r)]
        later = [r for r in own if r["at"] >= period.first and passes(r)]
        if later:
            first = min(own, key=lambda r: r["at"])
            if first is min(later, key=lambda r: r["at"]):
                counted.append(first)
    return counted


def table(project, q, series, period):
    """value -> amounts by bucket (or the one amount of a total)"""
    total = q["display"] in TOTAL_DISPLAYS
    m = series["math"]

    def passes(row):
        return all(holds(project, row, p) for p in q.get("properties", []) + series.get("properties", []))

    window = {"weekly_active": 7, "monthly_active": 30}.get(m)
    if window and (q["interval"] == "month" or (q["interval"] == "week" and window == 7)):
        window = None
    if m.startswith("first_"):
        rows = first_times(project, q, series, period, passes)
    else:
        first, last = period.first, period.last
        if m.endswith("_count_per_actor"):
            first = period.first_asked
        if window:
            first = project.instant(period.start - timedelta(days=window))
            if total:
                first = project.instant(period.end - timedelta(days=window)) + 1
        rows = [
            r for r in project.events
            if is_of(project, r, series) and first <= r["at"] <= last and passes(r)]
        if m in ("dau", "weekly_active", "monthly_active", "unique_group"):
            rows = [r for r in rows if actor_of(series)(r) is not None]
    values = valuer(project, q, rows)
    by_value = {}
    for row in rows:
        for value in values(row):
            by_value.setdefault(value, []).append(row)
    if total:
        if m.startswith("first_"):
            return {v: len(own) for v, own in by_value.items()}
        return {v: amount(project, series, own) or 0 for v, own in by_value.items()}
    buckets = period.buckets()
    answer = {}
    for value, own in by_value.items():
        if window:
            data = windowed(project, series, period, own, window)
            if not any(data):
                continue
        else:
            in_bucket = group_by(own, lambda r: period.bucket(r["at"]))
            if q["display"] == "ActionsLineGraphCumulative" and m in ("dau", "unique_group"):
                seen = set()
                data = []
                for b in buckets:
                    new = {actor_of(series)(r) for r in in_bucket.get(b, [])} - seen
                    seen |= new
                    data.append(len(new))
            elif m.startswith("first_"):
                data = [len(in_bucket.get(b, [])) for b in buckets]
            else:
                data = [amount(project, series, in_bucket[b]) or 0 if b in in_bucket else 0 for b in buckets]
        if q["display"] == "ActionsLineGraphCumulative":
            data = [sum(data[:i + 1]) for i in range(len(data))]
        n = q.get("smoothing", 1)
        if n > 1:
            data = [math.floor(sum(data[max(i - n + 1, 0):i + 1]) / min(i + 1, n)) for i in range(len(data))]
        answer[value] = data
    return answer


def windowed(project, series, period, rows, days):
    actor = actor_of(series)
    data = []
    for bucket in period.buckets():
        if period.interval == "hour":
            low = project.local(bucket) - timedelta(days=days)
            seen = {
                actor(r) for r in rows
                if period.bucket(r["at"]) <= bucket and project.local(period.bucket(r["at"])) > low}
        else:
            low = bucket - timedelta(days=days)
            seen = {actor(r) for r in rows if low < period.bucket(r["at"], "day") <= bucket}
        data.append(len(seen))
    return data


# ---------------------------------------------------------------- entries

def size(data):
    return sum(data) if isinstance(data, list) else data


def ordered(found, key):
    sizes = sorted(set(size(d) for d in found.values()))
    for a, b in zip(sizes, sizes[1:]):
        if b - a < 1e-7 * max(1, abs(a)):
            raise NearTie
    return sorted(found, key=key)


def added(data):
    data = list(data)
    return [sum(column) for column in zip(*data)] if isinstance(data[0], list) else sum(data)


def limited(q, found):
    """The table with few values, in order."""
    total = q["display"] in TOTAL_DISPLAYS
    if q["breakdown"]["kind"] != "cohort":
        limit = 250 if q["display"] == "WorldMap" else q.get("limit") or 25
        ranked = ordered(found, lambda v: (not total and is_none(v), -size(found[v]), v))
        kept = {v: found[v] for v in ranked[:limit]}
        rest = ranked[limit:]
        if rest and q.get("smoothing", 1) > 1:
            raise NearTie
        if rest and not q.get("hide"):
            kept[other_of(rest[0])] = added(found[v] for v in rest)
        found = kept
    order = ordered(found, lambda v: (2 if is_other(v) else 1 if is_none(v) else 0, -size(found[v]), isinstance(v, str), v))
    return {v: found[v] for v in order}


def series_label(project, series):
    if series["kind"] == "all":
        return "All events"
    return project.actions[series["id"]]["name"] if series["kind"] == "action" else series["id"]


def value_label(project, value):
    if isinstance(value, tuple):
        return "::".join(value)
    if value == "all":
        return "all users"
    return project.cohorts[value]["name"] if isinstance(value, int) else value


def answer(project, q):
    """The expected result."""
    total = q["display"] in TOTAL_DISPLAYS
    periods = ranges(project, q)
    breakdown = q.get("breakdown")
    by_cohort = breakdown and breakdown["kind"] == "cohort" and (len(breakdown["ids"]) == 1 or "all" in breakdown["ids"])
    tables = []
    for period in periods:
        own = []
        for series in q["series"]:
            found = table(project, q, series, period)
            if not breakdown:
                zero = 0 if total else [0] * len(period.buckets())
                found = {None: found.get(None, zero)}
            else:
                found = limited(q, found)
            own.append(found)
        tables.append(own)
    if q.get("formulas"):
        return formulas(project, q, periods, tables)
    calculations = len(q["series"]) * (len(breakdown["ids"]) if by_cohort else 1)
    result = []
    for place, period in enumerate(periods):
        entries = []
        for i, series in enumerate(q["series"]):
            for value, data in tables[place][i].items():
                label = series_label(project, series)
                if breakdown:
                    own = value_label(project, value)
                    label = own if calculations == 1 else label + " - " + own
                entries.append((value, written(q, periods, place, label, value, data, series_place=i)))
        if by_cohort:
            entries.sort(key=lambda e: breakdown["ids"].index(e[0]))
        result += [e for _, e in entries]
    return result


def written(q, periods, place, label, value, data, series_place=None, formula=False):
    entry = {"label": label}
    period = periods[place]
    if isinstance(data, list):
        entry["data"] = data
        entry["days"] = period.days()
        entry["labels"] = period.labels(periods[0])
        cumulative = q["display"] == "ActionsLineGraphCumulative" and not formula
        entry["count"] = data[-1] if cumulative else sum(data)
    else:
        entry["aggregated_value"] = data
        entry["count"] = 0
        entry["data"] = None if formula else []
        entry["days"] = []
    if q.get("breakdown"):
        entry["breakdown_value"] = list(value) if isinstance(value, tuple) else value
    if q.get("compare"):
        entry["compare"] = True
        entry["compare_label"] = "previous" if place else "current"
    if formula:
        entry["action"] = None
    if series_place is not None:
        entry["order"] = series_place
    return entry


def natural(text):
    parts = [p for p in re.split(r"([0-9]+)", text) if p]
    return [(0, int(p), "") if p.isdigit() else (1, 0, p.lower()) for p in parts]


def compute(tree, amounts):
    if isinstance(tree, ast.BinOp):
        a, b = compute(tree.left, amounts), compute(tree.right, amounts)
        if isinstance(tree.op, ast.Add):
            return a + b
        if isinstance(tree.op, ast.Sub):
            return a - b
        if isinstance(tree.op, ast.Mult):
            return a * b
        if isinstance(tree.op, ast.Div):
            return a / b if b else 0
        if isinstance(tree.op, ast.Mod):
            return a % b if b else 0
        return a ** b
    if isinstance(tree, ast.UnaryOp):
        value = compute(tree.operand, amounts)
        return -value if isinstance(tree.op, ast.USub) else value
    if isinstance(tree, ast.Name):
        return amounts[ord(tree.id.upper()) - 65]
    return tree.value


def formulas(project, q, periods, tables):
    total = q["display"] in TOTAL_DISPLAYS
    breakdown = q.get("breakdown")
    result = []
    for formula in q["formulas"]:
        tree = ast.parse(formula["formula"].strip(), mode="eval").body
        label = formula.get("custom_name") or "Formula (%s)" % formula["formula"]
        for place, period in enumerate(periods):
            zero = 0 if total else [0] * len(period.buckets())
            values = {v for own in tables[place] for v in own}
            found = {}
            for value in values:
                columns = [own.get(value, zero) for own in tables[place]]
                found[value] = compute(tree, columns) if total else [
                    compute(tree, list(at)) for at in zip(*columns)]

            def text(value):
                return value_label(project, value) if isinstance(value, tuple) else str(value)

            if breakdown and breakdown["kind"] == "cohort" and "all" in breakdown["ids"]:
                order = [v for v in breakdown["ids"] if v in found]
            elif q.get("compare"):
                order = ordered(found, lambda v: (0 if total else -size(found[v]), natural(text(v)) if v is not None else []))
            else:
                ranks = breakdown and breakdown["kind"] == "single"

                def rank(v):
                    return (2 if is_other(v) else 1 if is_none(v) else 0) if ranks else 0
                order = ordered(found, lambda v: text(v))
                order.reverse()
                order.sort(key=lambda v: (rank(v), -size(found[v]), [-x for x in found[v]] if not total else []))
            for value in order:
                entry = written(q, periods, place, label, value, found[value], formula=True)
                result.append(entry)
    return result
