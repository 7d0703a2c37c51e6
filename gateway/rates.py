"""How often something may be done: a sliding window per network address, per post, in this process."""

import time
from typing import Any

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from schema.context import Actor
from schema.errors import NotReady


class TooManyComments(NotReady):
    """There were too many comments from here in the last minute. Wait {seconds} seconds and send it again."""


class TooManyCommentsOnPost(NotReady):
    """This post receives very many comments just now. Wait {seconds} seconds and send it again."""


class Rates:
    """What visitors may do in a minute. Accounts are known by name and are not limited here."""

    def __init__(self, comments_per_minute: int, comments_per_minute_per_post: int) -> None:
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._from_one = RateLimitItemPerMinute(comments_per_minute)
        self._on_one = RateLimitItemPerMinute(comments_per_minute_per_post)

    def check(self, verb: str, actor: Actor, network: str, input: Any) -> None:
        """Count one attempt.

        Raises:
            TooManyComments, TooManyCommentsOnPost.
        """
        if verb != "add_comment" or not actor.is_visitor:
            return
        if not self._limiter.hit(self._from_one, "network", network):
            raise TooManyComments(seconds=self._seconds_left(self._from_one, "network", network), path=("input",))
        if not self._limiter.hit(self._on_one, "post", str(input.post)):
            seconds = self._seconds_left(self._on_one, "post", str(input.post))
            raise TooManyCommentsOnPost(seconds=seconds, path=("input", "post"))

    def _seconds_left(self, rate: RateLimitItemPerMinute, *names: str) -> int:
        stats = self._limiter.get_window_stats(rate, *names)
        return max(1, round(stats.reset_time - time.time()))
