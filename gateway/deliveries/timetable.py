"""When a delivery that was not taken is tried again, and how long its webhook is left in peace."""

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

PAUSES_SECONDS = (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
"""After each of ten tries but the last: seconds, minutes, then hours; a little more than three days in all."""

JITTER = 0.1
LONGEST_REST_SECONDS = 86_400.0
REST_SECONDS = 5.0
"""How long a webhook is told nothing at all that was overloaded or out of reach."""

GONE = 410
OVERLOADED = frozenset({429, 502, 503, 504})


def pause_after(tries: int) -> float | None:
    """Seconds until the next try after so many, a little more by chance; None when there is none."""
    if tries > len(PAUSES_SECONDS):
        return None
    return PAUSES_SECONDS[tries - 1] * (1 + JITTER * random.random())


def rest_asked(retry_after: str | None, now: datetime) -> float:
    """Seconds for which a receiver asked to be left in peace, by the header `retry-after`; 0 when it did not."""
    if not retry_after:
        return 0.0
    try:
        seconds = float(retry_after)
    except ValueError:
        try:
            moment = parsedate_to_datetime(retry_after)
        except ValueError:
            return 0.0
        seconds = (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds()
    return min(max(seconds, 0.0), LONGEST_REST_SECONDS) if seconds == seconds else 0.0
