"""Refusals of accounts that carry more than a sentence."""

from schema.accounts import refusals
from schema.declaring import column, object_type
from schema.problems import Problem, path_of


@object_type
class TooManyAttempts(Problem):
    """There were too many attempts that failed."""

    retry_after: int = column("How many seconds to wait.")


def too_many_attempts(refusal: refusals.TooManyAttempts) -> Problem:
    """The problem of somebody who has failed too often."""
    seconds = refusal.details["seconds"]
    return TooManyAttempts(code=refusal.code(), message=refusal.message, path=path_of(refusal), retry_after=seconds)
